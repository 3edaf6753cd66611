package dev.dayone.connector.file;

import dev.dayone.connector.PilotFolder;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The files that a path means: a file; a folder, with its files of the format's endings in it and below; or a glob. All
 * stay below the pilot's folder. In folders, names that begin with a dot or an underscore are passed over.
 */
final class FileSet {
    private static final int MOST_FILES = 10_000;
    private static final String GLOB = "*?[{";

    private final String source;
    private final PilotFolder folder;
    private final List<String> endings;

    FileSet(String source, PilotFolder folder, List<String> endings) {
        this.source = source;
        this.folder = folder;
        this.endings = endings;
    }

    /** The files by the name of their table. Throws {@link BadRequestException}. */
    Map<String, TableFile> tables(String path) {
        try {
            Path root = folder.root();
            List<Path> found = found(root, path);
            Map<String, TableFile> tables = new TreeMap<>();
            for (Map.Entry<String, Path> entry : TableNames.of(found).entrySet()) {
                String shown = TableNames.text(root.relativize(entry.getValue()));
                Path real = folder.below(shown);
                if (real == null) {
                    throw outside(shown);
                }
                tables.put(entry.getKey(), new TableFile(entry.getKey(), real, shown));
            }
            return tables;
        } catch (IOException e) {
            throw new BadRequestException(
                    ErrorCode.FILE_NOT_READABLE,
                    "Cannot list '" + path + "' in '" + source + "': "
                            + e.getClass().getSimpleName()
                            + ", expected files that may be read. Check the folder and its rights.",
                    e);
        }
    }

    private List<Path> found(Path root, String path) throws IOException {
        Path literal = path.isEmpty() || path.equals(".") ? root : folder.below(path);
        boolean glob = path.chars().anyMatch(character -> GLOB.indexOf(character) >= 0);
        if (literal == null && !glob) {
            throw outside(path);
        }
        if (literal != null && Files.isRegularFile(literal)) {
            return List.of(root.resolve(path).normalize());
        }
        if (literal != null && Files.isDirectory(literal)) {
            return listed(path, literal, Integer.MAX_VALUE, file -> endings.stream()
                    .anyMatch(ending -> String.valueOf(file.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .endsWith(ending)));
        }
        return glob ? globbed(root, path) : none(path);
    }

    private List<Path> globbed(Path root, String path) throws IOException {
        String fixed = path.substring(0, firstGlob(path)).replaceFirst("[^/]*$", "");
        Path start = fixed.isEmpty() ? root : folder.below(fixed);
        if (start == null || path.contains("..")) {
            throw outside(path);
        }
        if (!Files.isDirectory(start)) {
            return none(path);
        }
        Path written = fixed.isEmpty() ? root : root.resolve(fixed).normalize();
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + path.substring(fixed.length()));
        } catch (PatternSyntaxException e) {
            throw new BadRequestException(
                    ErrorCode.PARAMETER_INVALID,
                    "Cannot open '" + path + "' in '" + source + "': it is no glob, expected one such as"
                            + " exports/*.csv or exports/**.csv. Correct the parameter 'path'.",
                    e);
        }
        String pattern = path.substring(fixed.length());
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
        return listed(path, written, depth, file -> matcher.matches(written.relativize(file)));
    }

    private static int firstGlob(String path) {
        int at = 0;
        while (GLOB.indexOf(path.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private List<Path> listed(String path, Path start, int depth, Predicate<Path> wanted) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(start, depth)) {
            files = walk.filter(file -> isSeen(start.relativize(file)))
                    .filter(Files::isRegularFile)
                    .filter(wanted)
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
        }
        if (files.size() > MOST_FILES) {
            throw new BadRequestException(
                    ErrorCode.PARAMETER_INVALID,
                    "Cannot open '" + path + "' in '" + source + "': more than " + MOST_FILES
                            + " files, expected one a table. Choose fewer by a glob in the parameter 'path'.");
        }
        return files.isEmpty() ? none(path) : files;
    }

    private static boolean isSeen(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("_")) {
                return false;
            }
        }
        return true;
    }

    private List<Path> none(String path) {
        throw new BadRequestException(
                ErrorCode.FILE_NOT_FOUND,
                "Cannot open '" + path + "' in '" + source + "': there is no such file, expected a file, a folder that"
                        + " holds files ending in " + String.join(" or ", endings)
                        + ", or a glob, below the pilot's folder. Correct the parameter 'path'.");
    }

    private BadRequestException outside(String path) {
        return new BadRequestException(
                ErrorCode.PARAMETER_INVALID,
                "Cannot open '" + path + "' in '" + source + "': it is not below the pilot's folder, expected a"
                        + " relative path that stays there, through links too. Put the files there and correct the"
                        + " parameter 'path'.");
    }
}
