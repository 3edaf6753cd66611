package dev.dayone.sample;

import dev.dayone.pilot.snapshot.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The demo's pilot file, filled in with where the servers are now. */
final class PilotTemplate {
    private PilotTemplate() {}

    static void write(DemoFolder folder, List<DemoServer> servers) throws IOException {
        String text;
        try (InputStream in =
                Objects.requireNonNull(PilotTemplate.class.getResourceAsStream("pilot.yaml"), "pilot.yaml")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (DemoServer server : servers) {
            text = text.replace(
                            "${" + server.source() + ".connector}",
                            server.product().toLowerCase(Locale.ROOT))
                    .replace("${" + server.source() + ".host}", server.host())
                    .replace("${" + server.source() + ".port}", Integer.toString(server.port()))
                    .replace("${" + server.source() + ".database}", server.database())
                    .replace(
                            "${" + server.source() + ".username}",
                            server.reader().user());
        }
        AtomicFile.write(folder.pilot(), text);
    }
}
