package dev.dayone.sample;

import dev.dayone.sample.server.EmbeddedMariaDbServer;
import dev.dayone.sample.server.EmbeddedPostgresServer;
import dev.dayone.sample.server.EmbeddedServer;
import dev.dayone.sample.server.ServerBinaries;
import dev.dayone.sample.server.ServerFailedException;

/** How the demo comes by its two servers; tests put a failure here. */
record ServerStarts(Start postgres, Start mariaDb) {
    /** Starts a server in the demo's folder. */
    interface Start {
        EmbeddedServer in(DemoFolder folder) throws ServerFailedException;
    }

    static ServerStarts real() {
        return new ServerStarts(
                folder -> EmbeddedPostgresServer.start(folder.postgres(), ServerBinaries.sharedOr(folder.programs())),
                folder -> EmbeddedMariaDbServer.start(folder.mariaDb(), ServerBinaries.sharedOr(folder.programs())));
    }
}
