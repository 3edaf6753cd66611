package dev.dayone.readiness.expectation;

import dev.dayone.readiness.profile.Placeholder;
import java.util.Collection;
import java.util.HashSet;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** A text says something: it is not blank, no placeholder that dayone knows, and none of those that are given. */
final class PlaceholderRule implements UDF1<String, Boolean> {
    private static final long serialVersionUID = 1L;

    private final HashSet<String> more = new HashSet<>();

    PlaceholderRule(Collection<String> given) {
        given.forEach(text -> more.add(Placeholder.plain(text)));
    }

    @Override
    public Boolean call(@Nullable String text) {
        return text != null && !text.isBlank() && !Placeholder.is(text) && !more.contains(Placeholder.plain(text));
    }
}
