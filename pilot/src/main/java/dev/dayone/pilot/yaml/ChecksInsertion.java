package dev.dayone.pilot.yaml;

import dev.dayone.pilot.TableRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Writes checks into the text of a pilot file by inserting lines: what is there, its comments and its order, stays. A
 * table whose checks are one suite gets a list of that suite and the new ones.
 */
final class ChecksInsertion {
    private static final String CHECKS = "checks";

    /** One check: comment lines, and the check itself. */
    record Item(List<String> comments, String check) {}

    private record Insertion(int offset, String text) {}

    private final String text;
    private final YamlMarks marks;
    private final List<Insertion> insertions = new ArrayList<>();

    private ChecksInsertion(String text) {
        this.text = text;
        this.marks = new YamlMarks(text);
    }

    /** The text with more checks by table; null: it is written in a way in which lines cannot be inserted. */
    static @Nullable String insert(String text, Map<TableRef, List<Item>> more) {
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        return new ChecksInsertion(ended).with(more);
    }

    private @Nullable String with(Map<TableRef, List<Item>> more) {
        MappingNode root = marks.root();
        if (root == null || YamlMarks.inBraces(root) || root.getValue().isEmpty()) {
            return null;
        }
        NodeTuple checks = YamlMarks.entry(root, CHECKS);
        if (checks == null) {
            int last = root.getValue().stream().mapToInt(marks::lastLine).max().orElse(0);
            int indent = marks.column(root.getValue().get(0).getKeyNode());
            StringBuilder added = new StringBuilder("\n" + " ".repeat(indent) + CHECKS + ":\n");
            more.forEach((table, items) -> added.append(table(table, items, indent + 2)));
            insertions.add(new Insertion(marks.lineStart(last + 1), added.toString()));
            return inserted();
        }
        return into(checks, more) ? inserted() : null;
    }

    private boolean into(NodeTuple checks, Map<TableRef, List<Item>> more) {
        boolean empty = YamlMarks.isNothing(checks.getValueNode());
        if (!empty && (!(checks.getValueNode() instanceof MappingNode tables) || YamlMarks.inBraces(tables))) {
            return false;
        }
        int indent = empty
                        || !(checks.getValueNode() instanceof MappingNode there)
                        || there.getValue().isEmpty()
                ? marks.column(checks.getKeyNode()) + 2
                : marks.column(there.getValue().get(0).getKeyNode());
        StringBuilder others = new StringBuilder();
        for (Map.Entry<TableRef, List<Item>> entry : more.entrySet()) {
            NodeTuple table =
                    checks.getValueNode() instanceof MappingNode tables ? named(tables, entry.getKey()) : null;
            if (table == null) {
                others.append(table(entry.getKey(), entry.getValue(), indent));
            } else if (!into(table, entry.getValue(), indent)) {
                return false;
            }
        }
        if (others.length() > 0) {
            insertions.add(new Insertion(marks.lineStart(marks.lastLine(checks) + 1), others.toString()));
        }
        return true;
    }

    /** The entry of a table, however its name is quoted. */
    private static @Nullable NodeTuple named(MappingNode tables, TableRef table) {
        return tables.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && TableRef.parse(name.getValue()).equals(table))
                .findFirst()
                .orElse(null);
    }

    private boolean into(NodeTuple table, List<Item> items, int indent) {
        Node value = table.getValueNode();
        if (YamlMarks.isNothing(value)) {
            return false;
        }
        if (value instanceof SequenceNode list && YamlMarks.inBraces(list)) {
            intoBrackets(list, items);
        } else if (value instanceof SequenceNode list) {
            int below = marks.column(list);
            insertions.add(new Insertion(marks.lineStart(marks.lastLine(list) + 1), items(items, below)));
        } else {
            int last = marks.lastLine(value);
            int start = marks.start(value);
            insertions.add(new Insertion(start, "\n" + " ".repeat(indent + 2) + "- "));
            insertions.add(new Insertion(marks.lineStart(last + 1), items(items, indent + 2)));
        }
        return true;
    }

    private void intoBrackets(SequenceNode list, List<Item> items) {
        int close = marks.end(list) - 1;
        boolean first = list.getValue().isEmpty();
        StringBuilder added = new StringBuilder();
        for (Item item : items) {
            added.append(first ? "" : ", ").append(item.check());
            first = false;
        }
        int behind = list.getValue().isEmpty()
                ? close
                : marks.end(list.getValue().get(list.getValue().size() - 1));
        insertions.add(new Insertion(behind, added.toString()));
    }

    private static String table(TableRef table, List<Item> items, int indent) {
        return " ".repeat(indent) + CheckLines.key(table.toString()) + ":\n" + items(items, indent + 2);
    }

    private static String items(List<Item> items, int indent) {
        String blanks = " ".repeat(indent);
        StringBuilder lines = new StringBuilder();
        for (Item item : items) {
            item.comments()
                    .forEach(comment -> lines.append(blanks).append(comment).append('\n'));
            lines.append(blanks).append("- ").append(item.check()).append('\n');
        }
        return lines.toString();
    }

    private String inserted() {
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder whole = new StringBuilder(text);
        // From the end on, so that offsets stay; of one offset the last first, so that it stands behind the others.
        List<Insertion> inOrder = new ArrayList<>(insertions);
        inOrder.sort(Comparator.comparingInt(Insertion::offset));
        Collections.reverse(inOrder);
        inOrder.forEach(
                insertion -> whole.insert(insertion.offset(), insertion.text().replace("\n", newline)));
        return whole.toString();
    }
}
