package dev.dayone.connector.jdbc;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.dayone.connector.Headers;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Probe;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jdbc.JdbcPrepareStatementStrategy;
import org.jspecify.annotations.Nullable;

/** The steps of a database Kamelet, each a bean over the Kamelet's {@link JdbcSource}. */
public final class JdbcSteps {
    private static final String QUERY = "DayoneJdbcQuery";
    private static final Set<String> ONE_ROW = Set.of("bounds", "aggregate");
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private JdbcSteps() {}

    /** A step over a source. */
    abstract static class Step implements Processor {
        private @Nullable JdbcSource source;

        /** Set by the Kamelet. */
        public void setSource(JdbcSource source) {
            this.source = source;
        }

        JdbcSource source() {
            return Objects.requireNonNull(source, "A Kamelet's step has no source");
        }
    }

    /** Answers {@code probe}. */
    public static final class ProbeStep extends Step {
        @Override
        public void process(Exchange exchange) throws SQLException {
            Probe probe = new SourceProbe(source()).probe();
            exchange.getMessage().setBody(Json.MAPPER.convertValue(probe, MAP));
        }
    }

    /** Answers {@code discover}. */
    public static final class DiscoverStep extends Step {
        @Override
        public void process(Exchange exchange) throws SQLException {
            Map<String, TableSpec> tables = source().tables();
            Map<String, Instant> changes = new LastChanges(source()).of(tables.values());
            exchange.getMessage()
                    .setBody(tables.values().stream()
                            .map(table -> map(table, changes.get(table.name())))
                            .toList());
        }

        private static Map<String, Object> map(TableSpec table, @Nullable Instant lastChange) {
            Map<String, Object> map = Json.MAPPER.convertValue(table.info(lastChange), MAP);
            map.put("readable", table.readable());
            map.put("random", table.random().name().toLowerCase(Locale.ROOT));
            return map;
        }
    }

    /** Before camel-jdbc: turns {@code read}'s headers into a statement. */
    public static final class SelectStep extends Step {
        @Override
        public void process(Exchange exchange) throws SQLException {
            String name = exchange.getMessage().getHeader(Headers.TABLE, String.class);
            Map<String, TableSpec> tables = source().tables();
            TableSpec table = tables.get(name);
            if (table == null) {
                throw new BadRequestException(
                        ErrorCode.TABLE_UNKNOWN,
                        "Cannot read '" + name + "' in '" + source().sourceName() + "': no such table"
                                + Nearest.hint(name, tables.keySet())
                                + ", expected one that the account sees. Correct the name or the account's rights.");
            }
            List<String> columns = strings(exchange.getMessage().getHeader(Headers.COLUMNS));
            Map<?, ?> selection =
                    exchange.getMessage().getHeader(Headers.SELECTION, Map.of("method", "all"), Map.class);
            List<?> cursor = (List<?>) exchange.getMessage().getHeader(Headers.CURSOR);
            FetchSizes.Pace pace = source().fetchSizes().of(table);
            PageQueries pages = new PageQueries(source().dialect(), table, columns, pace.pageRows());
            PageQuery query = "aggregate".equals(selection.get("method"))
                    ? new Aggregates(source(), table).query(selection, pages::column)
                    : pages.query(selection, cursor);
            if (source().dialect().copies() && !ONE_ROW.contains(String.valueOf(selection.get("method")))) {
                query = query.by(CopyingSource.copying(query.sql()));
                source().answers().put(query.sql(), pages.answer());
            }
            source().fetchSizes().expect(query.sql(), pace);
            exchange.setProperty(QUERY, query);
            exchange.getMessage().removeHeader(Headers.NEXT_CURSOR);
            exchange.getMessage().setBody(query.sql());
        }

        private static @Nullable List<String> strings(@Nullable Object value) {
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : null;
        }
    }

    /** Hands a statement's values to camel-jdbc as they are, by place; names in the statement are left alone. */
    public static final class Values implements JdbcPrepareStatementStrategy {
        @Override
        public String prepareQuery(String query, boolean allowNamedParameters) {
            return query;
        }

        @Override
        public Iterator<?> createPopulateIterator(
                String query, String prepared, int expected, Exchange exchange, Object value) {
            return query(exchange).values().iterator();
        }

        @Override
        public void populateStatement(PreparedStatement statement, Iterator<?> values, int expected)
                throws SQLException {
            for (int i = 1; values.hasNext(); i++) {
                statement.setObject(i, values.next());
            }
        }
    }

    /** Behind camel-jdbc: a page of rows and the next cursor. */
    public static final class PageStep extends Step {
        @Override
        public void process(Exchange exchange) {
            new PageReader(source(), query(exchange)).read(exchange);
        }
    }

    /** Names what went wrong. */
    public static final class FailureStep extends Step {
        @Override
        public void process(Exchange exchange) {
            Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
            throw SqlFailures.named(source(), caught);
        }
    }

    private static PageQuery query(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(QUERY, PageQuery.class), "No statement was made");
    }
}
