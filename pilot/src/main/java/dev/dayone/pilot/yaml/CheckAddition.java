package dev.dayone.pilot.yaml;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Adds checks to a pilot file: lines are inserted, the rest stays letter by letter. The file is replaced whole, and only
 * once its new text was read as the same pilot with those checks besides.
 *
 * @param comments what stands before the check, a line each
 */
public record CheckAddition(TableRef table, Expectation check, List<String> comments) {
    private static final String BOM = "\uFEFF";

    public CheckAddition {
        comments = List.copyOf(comments);
    }

    /** Adds them. Throws {@link BadRequestException} if the file cannot be written, or its text not be added to. */
    public static void toFile(PilotFile pilot, List<CheckAddition> additions) {
        if (additions.isEmpty()) {
            return;
        }
        try {
            Path file = pilot.path().toRealPath();
            String old = Files.readString(file, StandardCharsets.UTF_8);
            String text = old.startsWith(BOM) ? old.substring(1) : old;
            String added = ChecksInsertion.insert(text, byTable(additions));
            if (added == null || !reads(pilot, added, additions)) {
                throw new BadRequestException(
                        ErrorCode.COMMAND_INVALID,
                        "Cannot add checks to pilot '" + pilot.path() + "': its checks are written in a way in which no"
                                + " lines can be inserted, expected a table, and below it a check, on each line. Run the"
                                + " command without --apply and put in what it prints.");
            }
            Set<PosixFilePermission> rights = rights(file);
            AtomicFile.write(file, (old.startsWith(BOM) ? BOM : "") + added);
            if (rights != null) {
                Files.setPosixFilePermissions(file, rights);
            }
        } catch (IOException e) {
            throw new BadRequestException(
                    ErrorCode.FILE_NOT_READABLE,
                    "Cannot add checks to pilot '" + pilot.path() + "': "
                            + e.getClass().getSimpleName()
                            + ", expected a file and a folder that can be written. Change their rights, or run the command"
                            + " without --apply.",
                    e);
        }
    }

    /** The text that {@link #toFile} adds to a pilot without checks. */
    public static String text(List<CheckAddition> additions) {
        StringBuilder text = new StringBuilder();
        byTable(additions).forEach((table, items) -> {
            text.append("  ").append(CheckLines.key(table.toString())).append(":\n");
            for (ChecksInsertion.Item item : items) {
                item.comments()
                        .forEach(comment -> text.append("    ").append(comment).append('\n'));
                text.append("    - ").append(item.check()).append('\n');
            }
        });
        return text.toString();
    }

    private static Map<TableRef, List<ChecksInsertion.Item>> byTable(List<CheckAddition> additions) {
        Map<TableRef, List<ChecksInsertion.Item>> byTable = new LinkedHashMap<>();
        for (CheckAddition addition : additions) {
            byTable.computeIfAbsent(addition.table(), table -> new ArrayList<>())
                    .add(new ChecksInsertion.Item(
                            addition.comments().stream()
                                    .map(CheckLines::comment)
                                    .toList(),
                            CheckLines.of(addition.check())));
        }
        return byTable;
    }

    /** Whether a text is the pilot with the additions, by reading it from beside the pilot's file. */
    private static boolean reads(PilotFile pilot, String text, List<CheckAddition> additions) throws IOException {
        Path trial = pilot.folder().resolve(".pilot." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(trial, text, StandardCharsets.UTF_8);
            Map<TableRef, List<Expectation>> expected =
                    new LinkedHashMap<>(pilot.pilot().checks());
            for (CheckAddition addition : additions) {
                List<Expectation> checks = new ArrayList<>(expected.getOrDefault(addition.table(), List.of()));
                checks.add(addition.check());
                expected.put(addition.table(), checks);
            }
            return written(expected)
                    .equals(written(PilotLoader.load(trial).pilot().checks()));
        } catch (BadRequestException e) {
            return false;
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    /** Numbers read from a file may be of another kind than those that were written. */
    private static Map<TableRef, List<String>> written(Map<TableRef, List<Expectation>> checks) {
        Map<TableRef, List<String>> written = new LinkedHashMap<>();
        checks.forEach((table, some) ->
                written.put(table, some.stream().map(CheckLines::of).toList()));
        return written;
    }

    private static @Nullable Set<PosixFilePermission> rights(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? null : view.readAttributes().permissions();
    }
}
