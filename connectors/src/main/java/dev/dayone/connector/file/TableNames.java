package dev.dayone.connector.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What files are called as tables: each by the shortest of these that no other has: its name without its ending; that
 * with the folders between it and the one that holds all files; that with its ending.
 */
final class TableNames {
    private TableNames() {}

    /** The files by their names. */
    static Map<String, Path> of(List<Path> files) {
        Path base = base(files);
        List<Function<Path, String>> forms = List.of(
                file -> withoutEnding(String.valueOf(file.getFileName())),
                file -> withoutEnding(text(base.relativize(file))),
                file -> text(base.relativize(file)));
        List<Map<String, Long>> counts = forms.stream()
                .map(form -> files.stream().collect(Collectors.groupingBy(form, Collectors.counting())))
                .toList();
        Map<String, Path> named = new LinkedHashMap<>();
        for (Path file : files) {
            int form = 0;
            while (form < forms.size() - 1
                    && counts.get(form).getOrDefault(forms.get(form).apply(file), 0L) > 1) {
                form++;
            }
            named.put(forms.get(form).apply(file), file);
        }
        return named;
    }

    /** A path with {@code /} between its names. */
    static String text(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static Path base(List<Path> files) {
        Path base = files.get(0).getParent();
        while (base != null && base.getParent() != null && !hold(files, base)) {
            base = base.getParent();
        }
        return base == null ? Path.of("/") : base;
    }

    private static boolean hold(List<Path> files, Path base) {
        return files.stream().allMatch(file -> file.startsWith(base));
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }
}
