package dev.dayone.connector.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dayone.connector.Attachment;
import dev.dayone.connector.KameletParameters;
import dev.dayone.connector.guard.GuardedDataSource;
import dev.dayone.connector.guard.OneAccountDataSource;
import dev.dayone.connector.guard.StatementGuard;
import dev.dayone.connector.guard.StatementLog;
import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.jspecify.annotations.Nullable;

/**
 * A database as a source: its Kamelet sets the parameters, as values or as references to an {@link Attachment}; the
 * first connection is opened when first asked for. Every connection is read-only on the server and guarded here.
 * Thread-safe once its parameters are set.
 */
public final class JdbcSource extends OneAccountDataSource implements CamelContextAware, AutoCloseable {
    private static final long LOGIN_MILLIS = 10_000;

    private final KameletParameters parameters = new KameletParameters();
    private final FetchSizes fetchSizes = new FetchSizes();
    private final Map<String, List<CopyColumn>> answers = CopyingSource.answers();
    private @Nullable HikariDataSource pool;
    private @Nullable GuardedDataSource guarded;
    private @Nullable Map<String, TableSpec> tables;

    @Override
    public @Nullable CamelContext getCamelContext() {
        return parameters.context();
    }

    @Override
    public void setCamelContext(CamelContext context) {
        parameters.context(context);
    }

    /** The name of one of {@link Products}, such as {@code postgresql}. */
    public void setProduct(String product) {
        parameters.put("product", product);
    }

    public void setHost(String host) {
        parameters.put("host", host);
    }

    public void setPort(String port) {
        parameters.put("port", port);
    }

    public void setDatabase(String database) {
        parameters.put("database", database);
    }

    public void setSchema(String schema) {
        parameters.put("schema", schema);
    }

    public void setUsername(String username) {
        parameters.put("username", username);
    }

    public void setPassword(String password) {
        parameters.put("password", password);
    }

    public void setTls(String tls) {
        parameters.put("tls", tls);
    }

    public void setFile(String file) {
        parameters.put("file", file);
    }

    /** The product's ways. */
    Dialect dialect() {
        return Products.dialect(value("product"));
    }

    /** The parameters with references replaced. */
    Dialect.Settings settings() {
        String port = value("port");
        return new Dialect.Settings(
                value("host"),
                port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0,
                value("database"),
                value("schema"),
                value("username"),
                value("password"),
                value("tls"),
                value("file"),
                sourceName());
    }

    /** The source's name in the pilot; outside of dayone, the host. */
    String sourceName() {
        return parameters.source(value("host"));
    }

    /** Where statements are counted. */
    StatementLog log() {
        return parameters.log();
    }

    /** How many rows of each table's pages are held at once. */
    FetchSizes fetchSizes() {
        return fetchSizes;
    }

    /** What copying statements answer. */
    Map<String, List<CopyColumn>> answers() {
        return answers;
    }

    /** The tables by name, asked for once. */
    synchronized Map<String, TableSpec> tables() throws SQLException {
        if (tables == null) {
            try (Connection connection = getConnection()) {
                Map<String, TableSpec> found = new LinkedHashMap<>();
                dialect().discover(connection, settings()).forEach(table -> found.put(table.name(), table));
                tables = found;
            }
        }
        return tables;
    }

    private String value(String name) {
        return parameters.value(name);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return opened().getConnection();
    }

    private synchronized GuardedDataSource opened() throws SQLException {
        if (guarded == null) {
            Dialect dialect = dialect();
            Dialect.Settings settings = settings();
            Limits limits = parameters.limits();
            HikariConfig config = new HikariConfig();
            config.setDataSource(new SessionSource(dialect, settings, limits, log()));
            config.setPoolName("dayone-" + value("product"));
            config.setMaximumPoolSize(limits.connections());
            config.setMinimumIdle(1);
            config.setReadOnly(true);
            config.setAutoCommit(false);
            config.setConnectionTimeout(LOGIN_MILLIS);
            // The pool's own looks at a connection leave no transaction open.
            config.setIsolateInternalQueries(true);
            // One try: a refused password is not sent again and again.
            config.setInitializationFailTimeout(1);
            HikariDataSource opened = new HikariDataSource(config);
            pool = opened;
            StatementGuard guard = new StatementGuard(dialect.quote(), dialect.ownStatements());
            DataSource answering = dialect.copies() ? new CopyingSource(opened, answers) : opened;
            guarded = new GuardedDataSource(answering, guard, log(), fetchSizes::rows);
            parameters.onClose(this::close);
        }
        return guarded;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        pool = null;
        guarded = null;
        tables = null;
    }

    @Override
    public String toString() {
        return "JdbcSource[" + parameters.written("product") + "]";
    }
}
