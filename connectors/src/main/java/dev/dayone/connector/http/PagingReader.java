package dev.dayone.connector.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how an API pages: the key says the kind. */
final class PagingReader {
    private static final int USUAL_SIZE = 100;

    private PagingReader() {}

    /** {@code place} is where it stands in the description. */
    static Paging read(@Nullable Object value, String place, List<String> problems) {
        if (value == null || "none".equals(value)) {
            return Paging.NONE;
        }
        DescriptionNode node = new DescriptionNode(place, value, problems);
        List<Paging.Kind> kinds = new ArrayList<>();
        for (Paging.Kind kind : Paging.Kind.values()) {
            if (kind != Paging.Kind.NONE && node.has(kind.label())) {
                kinds.add(kind);
            }
        }
        if (kinds.size() != 1) {
            node.problem("", "names " + kinds.size() + " of next, cursor, page, offset, link, range, expected one");
            return Paging.NONE;
        }
        Paging paging = paging(node, kinds.get(0));
        node.done();
        return paging;
    }

    private static Paging paging(DescriptionNode node, Paging.Kind kind) {
        String at = node.text(kind.label(), "");
        String parameter = kind == Paging.Kind.CURSOR ? node.needed("parameter") : kind.isCounted() ? at : "";
        int first = node.number("first", kind == Paging.Kind.PAGE ? 1 : 0);
        String sizeParameter = null;
        int size = USUAL_SIZE;
        if (node.value("size") instanceof Map<?, ?>) {
            Map<String, String> sizes = node.textMap("size");
            sizeParameter = sizes.keySet().stream().findFirst().orElse(null);
            String number = sizes.values().stream().findFirst().orElse("");
            if (number.matches("[1-9]\\d{0,4}")) {
                size = Integer.parseInt(number);
            } else {
                node.problem("size", "is no map of a parameter to a number");
            }
        } else {
            size = node.number("size", USUAL_SIZE);
        }
        return new Paging(
                kind,
                at,
                parameter,
                node.text("more"),
                node.text("total"),
                sizeParameter,
                size,
                first,
                node.text("unit"));
    }
}
