package dev.dayone.pilot.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML read as JSON, with the place of every key and value by JSON pointer. No objects are constructed from tags; the
 * text, the nesting and what aliases blow up to are limited.
 */
public final class YamlTree {
    private static final int MAX_NODES = 100_000;
    private static final int MAX_DEPTH = 40;

    private final Map<String, Place> places = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private JsonNode root = JsonNodeFactory.instance.missingNode();
    private int nodes;

    private YamlTree() {}

    /** The tree of a text; {@link #problems} says what kept it from being read. */
    public static YamlTree parse(String text) {
        YamlTree tree = new YamlTree();
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setCodePointLimit(2_000_000)
                    .setMaxAliasesForCollections(50)
                    .build();
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent()) {
                tree.root = tree.convert(node.get(), "", 0);
            }
        } catch (MarkedYamlEngineException e) {
            String problem = String.valueOf(e.getProblem()).replaceAll("\\s+", " ");
            tree.problems.add(new Problem(place(e.getProblemMark()), "", "not valid YAML: " + problem));
        } catch (YamlEngineException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            tree.problems.add(new Problem(Place.START, "", "not valid YAML: " + message));
        } catch (TooLargeException e) {
            tree.problems.add(new Problem(e.place, "", TooLargeException.MESSAGE));
        }
        return tree;
    }

    /** The whole text; missing if it is empty. */
    public JsonNode root() {
        return root;
    }

    /** What kept the text from being read; the tree is not to be used if there is any. */
    public List<Problem> problems() {
        return problems;
    }

    /** Where the value of a pointer stands, or the nearest one above it. */
    public Place place(String pointer) {
        String at = pointer;
        while (true) {
            Place found = places.get(at);
            if (found != null) {
                return found;
            }
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return Place.START;
            }
            at = at.substring(0, slash);
        }
    }

    /** The pointer of a member below another. */
    public static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode convert(Node node, String pointer, int depth) {
        places.putIfAbsent(pointer, place(node.getStartMark()));
        if (++nodes > MAX_NODES || depth > MAX_DEPTH || !open.add(node)) {
            throw new TooLargeException(place(node.getStartMark()));
        }
        try {
            if (!(node instanceof ScalarNode)
                    && !node.getTag().equals(Tag.MAP)
                    && !node.getTag().equals(Tag.SEQ)) {
                tagged(node, pointer);
            }
            if (node instanceof MappingNode mapping) {
                return object(mapping, pointer, depth);
            }
            if (node instanceof SequenceNode sequence) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (Node item : sequence.getValue()) {
                    array.add(convert(item, pointer + "/" + array.size(), depth + 1));
                }
                return array;
            }
            return scalar((ScalarNode) node, pointer);
        } finally {
            open.remove(node);
        }
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Place keyPlace = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(new Problem(keyPlace, "", "a key that is not a text, expected a name."));
                continue;
            }
            String name = key.getValue();
            String below = child(pointer, name);
            if (object.has(name)) {
                problems.add(new Problem(keyPlace, "", "key '" + name + "' stands twice, expected it once."));
                continue;
            }
            places.put(below, keyPlace);
            object.set(name, convert(tuple.getValueNode(), below, depth + 1));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode node, String pointer) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String text = node.getValue();
        Tag tag = node.getTag();
        try {
            if (tag.equals(Tag.NULL)) {
                return json.nullNode();
            } else if (tag.equals(Tag.BOOL)) {
                return json.booleanNode(text.equalsIgnoreCase("true"));
            } else if (tag.equals(Tag.INT)) {
                return integer(text);
            } else if (tag.equals(Tag.FLOAT)) {
                return json.numberNode(new BigDecimal(text).doubleValue());
            } else if (tag.equals(Tag.STR)) {
                return json.textNode(text);
            }
            tagged(node, pointer);
        } catch (NumberFormatException e) {
            // .inf and .nan are numbers to YAML alone.
            problems.add(new Problem(place(pointer), "", "'" + text + "', expected a finite number."));
        }
        return json.nullNode();
    }

    private static JsonNode integer(String text) {
        BigInteger value = new BigInteger(text);
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }

    private void tagged(Node node, String pointer) {
        String tag = node.getTag().getValue();
        problems.add(new Problem(place(pointer), "", "tag '" + tag + "', expected plain values without tags."));
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.START);
    }

    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private static final String MESSAGE =
                "nested too deep, too large, or an alias that holds itself; expected at most " + MAX_NODES + " values, "
                        + MAX_DEPTH + " levels deep.";

        private final transient Place place;

        TooLargeException(Place place) {
            super(MESSAGE);
            this.place = place;
        }
    }
}
