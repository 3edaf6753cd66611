package dev.dayone.route.sampling;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableSelection;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL for the module's tests, and pilots over it. */
final class Postgres {
    static final Limits FAST = new Limits(1, 10_000_000, 200_000, Duration.ofSeconds(30), Duration.ofSeconds(2));

    /** A thousand rows a page; for a {@link SwiftTime}, in which nobody waits for the rows of a second to be over. */
    static final Limits SMALL_PAGES = new Limits(1, 1_000, 200_000, Duration.ofSeconds(30), Duration.ofSeconds(2));

    private static @Nullable EmbeddedPostgres server;

    private Postgres() {}

    static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    static void run(String database, String... statements) {
        try (Connection connection = server().getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Source source(String database, Map<String, TableSelection> tables, String... parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("host", "localhost");
        values.put("port", String.valueOf(server().getPort()));
        values.put("database", database);
        values.put("username", "postgres");
        values.put("password", "postgres");
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return new Source("shop", "postgresql", new Parameters(values), FAST, tables, true);
    }

    static Source with(Source source, Limits limits) {
        return new Source(source.name(), source.connector(), source.parameters(), limits, source.tables(), true);
    }

    static Pilot pilot(Source... sources) {
        Map<String, Source> named = new LinkedHashMap<>();
        for (Source source : sources) {
            named.put(source.name(), source);
        }
        return new Pilot(
                "test", "", null, null, named, null, Map.of(), Map.of(), List.of(), Set.of(), null, Duration.ofDays(7));
    }

    static TableSelection sample(SampleMethod method, long rows) {
        return new TableSelection(new Sample(method, rows, null), Set.of(), Set.of(), Set.of(), Set.of(), false);
    }
}
