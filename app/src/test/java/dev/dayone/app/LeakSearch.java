package dev.dayone.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Searches bytes for any of many values, in UTF-8 and both orders of UTF-16, escaped and compressed too. */
final class LeakSearch {
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final int HEAD = 8;

    private final Map<Long, List<byte[]>> needles = new HashMap<>();

    LeakSearch(List<String> values) {
        for (String value : values) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                byte[] bytes = value.getBytes(charset);
                if (bytes.length < HEAD) {
                    throw new IllegalArgumentException("Too short to search for: " + bytes.length + " bytes");
                }
                needles.computeIfAbsent(head(bytes, 0), head -> new ArrayList<>())
                        .add(bytes);
            }
        }
    }

    /** What was found in a text. */
    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was found in a file's name or content, or in those of the files below a folder. */
    Set<String> below(Path root) {
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                in(String.valueOf(file.getFileName())).forEach(value -> found.add(file + " (name): " + value));
                if (Files.isRegularFile(file)) {
                    in(content(file)).forEach(value -> found.add(file + ": " + value));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static byte[] content(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return unpacked.readAllBytes();
            }
        }
        return bytes;
    }

    private Set<String> in(byte[] bytes) {
        Set<String> found = raw(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (ESCAPED.matcher(text).find()) {
            String plain = ESCAPED.matcher(text)
                    .replaceAll(match ->
                            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
            found.addAll(raw(plain.getBytes(StandardCharsets.UTF_8)));
        }
        return found;
    }

    private Set<String> raw(byte[] bytes) {
        TreeSet<String> found = new TreeSet<>();
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = (window << 8) | (bytes[i] & 0xff);
            int from = i - HEAD + 1;
            for (byte[] needle : from < 0 ? List.<byte[]>of() : needles.getOrDefault(window, List.of())) {
                int to = from + needle.length;
                if (to <= bytes.length && Arrays.equals(bytes, from, to, needle, 0, needle.length)) {
                    int around = Math.max(0, from - 60);
                    found.add(new String(needle, StandardCharsets.UTF_8) + " in «"
                            + new String(bytes, around, from - around, StandardCharsets.UTF_8) + "»");
                }
            }
        }
        return found;
    }

    private static long head(byte[] bytes, int from) {
        long head = 0;
        for (int i = from; i < from + HEAD; i++) {
            head = (head << 8) | (bytes[i] & 0xff);
        }
        return head;
    }
}
