/** The desk: starts the page of `cuttings review`. */

import { DeskClient } from "./desk/client/desk_client.ts";
import { Desk } from "./desk/desk.ts";

void new Desk(new DeskClient()).start();
