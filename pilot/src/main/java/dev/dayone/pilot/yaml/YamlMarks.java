package dev.dayone.pilot.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where the parts of a YAML text stand in it. Lines count from 0; offsets are those of Java's characters. */
final class YamlMarks {
    private final String text;
    private final List<String> lines;

    YamlMarks(String text) {
        this.text = text;
        this.lines = text.lines().toList();
    }

    /** The mapping that the text is; null: it is something else. */
    @Nullable
    MappingNode root() {
        Node root =
                new Compose(LoadSettings.builder().build()).composeString(text).orElse(null);
        return root instanceof MappingNode mapping ? mapping : null;
    }

    /** The entry of a key; null: there is none. */
    static @Nullable NodeTuple entry(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .findFirst()
                .orElse(null);
    }

    static boolean inBraces(CollectionNode<?> node) {
        return node.getFlowStyle() == FlowStyle.FLOW;
    }

    /** The column at which a node begins. */
    int column(Node node) {
        return mark(node.getStartMark().orElseThrow());
    }

    private int mark(Mark mark) {
        return mark.getColumn();
    }

    /** The offset at which a node begins. */
    int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    /** The offset behind a node in braces or brackets, or a text on one line. */
    int end(Node node) {
        return offset(node.getEndMark().orElseThrow());
    }

    /** Columns count code points. */
    private int offset(Mark mark) {
        int begin = lineStart(mark.getLine());
        return text.offsetByCodePoints(begin, mark.getColumn());
    }

    /** The offset at which a line begins; the text's end behind the last. */
    int lineStart(int line) {
        int offset = 0;
        for (int i = 0; i < line; i++) {
            int end = text.indexOf('\n', offset);
            if (end < 0) {
                return text.length();
            }
            offset = end + 1;
        }
        return offset;
    }

    /** The last line on which something of a node stands: comments and blank lines behind it are not of it. */
    int lastLine(Node node) {
        if (node instanceof CollectionNode<?> collection
                && !inBraces(collection)
                && !collection.getValue().isEmpty()) {
            List<?> parts = collection.getValue();
            Object last = parts.get(parts.size() - 1);
            return last instanceof NodeTuple entry ? lastLine(entry) : lastLine((Node) last);
        }
        Mark end = node.getEndMark().orElseThrow();
        boolean block = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        int line = block && end.getColumn() == 0 ? end.getLine() - 1 : end.getLine();
        while (line > 0 && block && lines.get(Math.min(line, lines.size() - 1)).isBlank()) {
            line--;
        }
        return line;
    }

    int lastLine(NodeTuple entry) {
        boolean nothing = isNothing(entry.getValueNode());
        return lastLine(nothing ? entry.getKeyNode() : entry.getValueNode());
    }

    /** Whether a key has no value at all. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty() && scalar.isPlain();
    }

    static boolean isList(Node node) {
        return node instanceof SequenceNode;
    }
}
