package dev.dayone.connector.http;

import dev.dayone.connector.http.Description.TestCall;
import dev.dayone.pilot.snapshot.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks an API who the account is. */
final class ApiProbe {
    private final OpenedApi api;

    ApiProbe(OpenedApi api) {
        this.api = api;
    }

    Probe probe() {
        Description description = api.source().description();
        TestCall test = test(description);
        String account = null;
        String version = null;
        long start = System.nanoTime();
        if (test != null) {
            JsonAnswer answer =
                    api.source().calls().ask(test.request(), api.source().values(), "the account");
            account = answer.text(test.account());
            version = answer.text(test.version());
        }
        long millis = test != null ? (System.nanoTime() - start) / 1_000_000 : 0;
        return new Probe(
                description.product(),
                or(version, Probe.UNKNOWN),
                "UTC",
                or(account, Probe.UNKNOWN),
                null,
                List.of(),
                List.of(),
                session(description),
                null,
                true,
                api.gate().tls(),
                millis);
    }

    /** The test call, unless its path is a parameter that is not given. */
    private @Nullable TestCall test(Description description) {
        TestCall test = description.test();
        return test == null
                        || Template.fill(test.request().path(), api.source().values())
                                .isEmpty()
                ? null
                : test;
    }

    private static String session(Description description) {
        return description.searches().isEmpty()
                ? "dayone sends this API nothing but GET"
                : "dayone sends this API nothing but GET, and POST to the searches "
                        + String.join(
                                ", ", description.searches().stream().sorted().toList());
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
