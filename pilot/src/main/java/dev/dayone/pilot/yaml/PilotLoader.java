package dev.dayone.pilot.yaml;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a pilot file. Everything that is wrong with it is said at once, each with line and column. Placeholders such as
 * <code>{{env:X}}</code> stay as written.
 */
public final class PilotLoader {
    private static final long MAX_BYTES = 4_000_000;

    private PilotLoader() {}

    /** The pilot of a file. Throws {@link BadRequestException} if it cannot be read or is not a pilot. */
    public static PilotFile load(Path file) {
        String text = text(file);
        YamlTree tree = YamlTree.parse(text);
        List<Problem> problems = new ArrayList<>(tree.problems());
        if (problems.isEmpty() && (tree.root().isMissingNode() || tree.root().isNull())) {
            problems.add(new Problem(
                    Place.START,
                    "",
                    "the file is empty, expected a pilot: at least the keys 'pilot' and 'sources'. "
                            + "'dayone demo' writes a complete one to learn from."));
        }
        Path folder = folder(file);
        PilotReader reader = new PilotReader(tree, folder);
        if (problems.isEmpty()) {
            problems.addAll(SchemaCheck.ofPilot().problems(tree));
        }
        // What the schema cannot say is looked at even so, unless the tree has not the shape to be walked.
        if (problems.isEmpty()) {
            Pilot pilot = reader.read();
            problems.addAll(reader.problems());
            if (problems.isEmpty()) {
                return new PilotFile(file, pilot);
            }
        } else if (tree.problems().isEmpty() && tree.root().isObject()) {
            problems.addAll(reader.referenceProblems());
        }
        throw invalid(file, problems);
    }

    private static BadRequestException invalid(Path file, List<Problem> problems) {
        String name = String.valueOf(file.getFileName());
        String lines = problems.stream()
                .sorted(Problem.IN_ORDER)
                .map(problem -> "  " + problem.line(name))
                .distinct()
                .collect(Collectors.joining("\n"));
        int count = (int)
                problems.stream().map(problem -> problem.line(name)).distinct().count();
        return new BadRequestException(
                ErrorCode.PILOT_INVALID,
                "Cannot use pilot '" + file + "': " + count + (count == 1 ? " problem" : " problems") + ".\n" + lines);
    }

    private static String text(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw unreadable(file, "a folder, expected a file. Name the pilot file in it");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw unreadable(file, "more than 4 MB, expected a pilot file. Name another");
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new BadRequestException(
                    ErrorCode.FILE_NOT_FOUND,
                    "Cannot read pilot '" + file + "': no such file, expected a pilot.yaml. "
                            + "Give the path of yours, or see one made by 'dayone demo'.");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "not UTF-8 text, expected YAML in UTF-8. Save it as UTF-8");
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName() + ", expected a file that can be read");
        }
    }

    private static BadRequestException unreadable(Path file, String found) {
        return new BadRequestException(ErrorCode.FILE_NOT_READABLE, "Cannot read pilot '" + file + "': " + found + ".");
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
