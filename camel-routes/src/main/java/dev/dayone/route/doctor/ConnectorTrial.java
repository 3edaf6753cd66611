package dev.dayone.route.doctor;

import dev.dayone.connector.kit.ConnectorKit;
import dev.dayone.connector.kit.KitResult;
import dev.dayone.pilot.Source;
import dev.dayone.route.sampling.Camel;
import java.nio.file.Path;
import java.util.List;

/** Tries a connector on a live source with the compatibility kit. */
public final class ConnectorTrial {
    private ConnectorTrial() {}

    /** The kit's results, in order. Throws as {@link ConnectorKit#run} does. */
    public static List<KitResult> run(Source source, Path folder) {
        return ConnectorKit.run(Camel::start, source, folder);
    }
}
