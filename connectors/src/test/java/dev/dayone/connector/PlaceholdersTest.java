package dev.dayone.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceholdersTest {
    @TempDir
    private Path folder;

    private String resolve(String text) {
        Source source =
                new Source("shop", "x", new Parameters(Map.of("password", text)), Limits.DEFAULT, Map.of(), false);
        Map<String, String> values =
                new Placeholders(folder, name -> name.equals("X") ? "{{env:Y}}$1" : null).resolve(source);
        return Objects.requireNonNull(values.get("password"));
    }

    @Test
    void variablesAreTakenAsTheyAre() {
        assertThat(resolve("a{{env:X}}b{{ {{other:z}}")).isEqualTo("a{{env:Y}}$1b{{ {{other:z}}");
    }

    @Test
    void filesLoseTheirLineEnd() throws IOException {
        Files.writeString(folder.resolve("secret"), " p \n");
        assertThat(resolve("{{file:secret}}")).isEqualTo(" p ");
    }

    @Test
    void missingVariableIsNamed() {
        assertThatThrownBy(() -> resolve("{{env:NONE}}"))
                .hasMessage("Cannot resolve parameter 'password' in 'shop': the environment variable 'NONE' is not set,"
                        + " expected a value. Set it, then run again.");
    }

    @Test
    void filesOutsideOfThePilotAreRefused() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/hostname"));
        for (String name : new String[] {"../x", "/etc/hostname", "a/../../x", "link"}) {
            assertThatThrownBy(() -> resolve("{{file:" + name + "}}"))
                    .hasMessageContaining("the file '" + name + "' is not below the pilot's folder");
        }
    }
}
