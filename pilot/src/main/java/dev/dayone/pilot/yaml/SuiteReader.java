package dev.dayone.pilot.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.dqdl.DqdlSuite;
import dev.dayone.pilot.soda.SodaSuite;
import dev.dayone.pilot.suite.BrokenSuiteException;
import dev.dayone.pilot.suite.GreatExpectationsSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the suites that a pilot names: files below its folder, each of the format that its name's ending says. */
final class SuiteReader {
    private static final long MAX_BYTES = 4_000_000;

    private final Path folder;

    SuiteReader(Path folder) {
        this.folder = folder;
    }

    /** The checks of one table; {@code elsewhere}: the other tables for which the pilot names the same file. */
    List<Expectation> read(String path, TableRef table, Set<TableRef> elsewhere, Consumer<String> problem) {
        try {
            return expectations(path, text(path), table, elsewhere);
        } catch (BrokenSuiteException e) {
            problem.accept(
                    "suite '" + path + "'" + (e.line() > 0 ? ", line " + e.line() + ": " : " ") + e.getMessage() + ".");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problem.accept("suite '" + path + "' is not valid JSON at line " + line + ".");
        } catch (IOException e) {
            problem.accept("suite '" + path + "' cannot be read, expected a file below the pilot's folder.");
        }
        return List.of();
    }

    private String text(String path) throws IOException, BrokenSuiteException {
        Path file = folder.resolve(path).normalize();
        if (Path.of(path).isAbsolute() || !file.startsWith(folder)) {
            throw new BrokenSuiteException(0, "leads out of the pilot's folder, expected a path below it");
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw new BrokenSuiteException(0, "is a link out of the pilot's folder, expected a file below it");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw new BrokenSuiteException(0, "has more than 4 MB, expected a suite. Name another");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static List<Expectation> expectations(String path, String text, TableRef table, Set<TableRef> elsewhere)
            throws IOException, BrokenSuiteException {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".dqdl")) {
            return new DqdlSuite(text, path).expectations();
        }
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            YamlTree tree = YamlTree.parse(text);
            if (!tree.problems().isEmpty()) {
                Problem first = tree.problems().get(0);
                throw new BrokenSuiteException(
                        first.place().line(), first.message().replaceFirst("\\.$", ""));
            }
            return new SodaSuite(
                            tree.root(), path, pointer -> tree.place(pointer).line(), elsewhere)
                    .expectations(table);
        }
        return GreatExpectationsSuite.read(Json.MAPPER.readTree(text));
    }
}
