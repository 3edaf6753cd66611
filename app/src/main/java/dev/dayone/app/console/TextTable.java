package dev.dayone.app.console;

import java.util.ArrayList;
import java.util.List;

/** A table of plain text: columns as wide as their cells, the last one wrapped to what is left. */
public final class TextTable {
    private static final int GAP = 2;
    private static final int LEAST_LAST = 24;

    private TextTable() {}

    /** The table, each line ended. Control characters in cells are shown as {@code ?}. */
    public static String render(List<String> head, List<List<String>> rows, int columns) {
        List<List<String>> all = new ArrayList<>();
        all.add(head);
        all.addAll(rows);
        return render(all, columns);
    }

    /** A table without a head. */
    public static String render(List<List<String>> all, int columns) {
        int last = all.isEmpty() ? 0 : all.get(0).size() - 1;
        int[] widths = new int[last + 1];
        for (List<String> row : all) {
            for (int i = 0; i < last; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        int before = 0;
        for (int i = 0; i < last; i++) {
            before += widths[i] + GAP;
        }
        widths[last] = Math.max(LEAST_LAST, columns - before);
        StringBuilder text = new StringBuilder();
        for (List<String> row : all) {
            append(text, row, widths, before);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths, int before) {
        int last = row.size() - 1;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < last; i++) {
            String cell = plain(row.get(i));
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + GAP));
        }
        for (String part : wrapped(plain(row.get(last)), widths[last])) {
            text.append((line + part).stripTrailing()).append('\n');
            line = new StringBuilder(" ".repeat(before));
        }
    }

    private static List<String> wrapped(String cell, int width) {
        List<String> lines = new ArrayList<>();
        String rest = cell;
        while (rest.length() > width) {
            int cut = rest.lastIndexOf(' ', width);
            int at = cut <= 0 ? width : cut;
            lines.add(rest.substring(0, at));
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** A text without what could steer a terminal. */
    public static String plain(String cell) {
        return cell.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
