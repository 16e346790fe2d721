"""Files for other programs: records, feeds, the sitemap, OpenSearch."""
