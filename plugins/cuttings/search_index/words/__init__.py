"""The words behind the terms: as texts write them, as the page shows them, how many have each."""
