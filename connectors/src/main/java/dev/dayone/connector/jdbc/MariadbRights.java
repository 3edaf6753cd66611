package dev.dayone.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an account of MariaDB or MySQL could write, by its grants and those of its roles, and what takes it away. */
final class MariadbRights {
    private static final int SHOWN = 20;
    private static final String GRANTS = "SHOW GRANTS";
    private static final String QUOTED = "(?:`(?:[^`]|``)*`|'(?:[^']|'')*')";
    private static final String NAME = QUOTED + "(?:@" + QUOTED + ")?";
    private static final String ACTIVE = "SELECT current_role()";

    /** The statements, not SELECTs over tables, that this class sends. */
    static final Pattern STATEMENTS = Pattern.compile("USE `(?:[^`]|``)*`|SHOW GRANTS(?: FOR " + NAME
            + ")?|SET ROLE (?:NONE|DEFAULT|" + NAME + ")|" + Pattern.quote(ACTIVE));

    private final Connection connection;
    private final Dialect.Settings settings;
    private final boolean mysql;
    private final List<MariadbGrant> grants = new ArrayList<>();
    private boolean complete = true;

    MariadbRights(Connection connection, Dialect.Settings settings, boolean mysql) {
        this.connection = connection;
        this.settings = settings;
        this.mysql = mysql;
    }

    /** The rights. The role that was active before is active again behind. */
    Dialect.Rights read() throws SQLException {
        String active = active();
        boolean roles = setRole("NONE");
        try {
            lines(GRANTS).forEach(line -> grants.add(MariadbGrant.of(line, null)));
            follow();
        } finally {
            if (roles) {
                setRole(mysql ? "DEFAULT" : active == null ? "NONE" : active);
                chooseDatabase();
            }
        }
        List<String> names = grants.stream()
                .flatMap(grant -> grant.writes(settings.database()).stream().map(grant::shown))
                .distinct()
                .limit(SHOWN)
                .toList();
        return new Dialect.Rights(names, remedies(), complete);
    }

    private void follow() throws SQLException {
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < grants.size(); i++) {
            MariadbGrant grant = grants.get(i);
            for (String role : grant.roles()) {
                if (seen.add(role)) {
                    List<String> found = grantsOf(role);
                    complete = complete && !found.isEmpty();
                    String own = grant.own() == null ? role : grant.own();
                    found.forEach(line -> grants.add(MariadbGrant.of(line, own)));
                }
            }
        }
    }

    /** A server may show a role's grants to whoever has taken it up only; the session stays read-only meanwhile. */
    private List<String> grantsOf(String role) throws SQLException {
        try {
            return lines(GRANTS + " FOR " + role);
        } catch (SQLException kept) {
            if (!setRole(role)) {
                return List.of();
            }
            try {
                return lines(GRANTS);
            } finally {
                setRole("NONE");
            }
        }
    }

    private @Nullable String active() {
        try {
            List<String> found = Rows.of(connection, ACTIVE, List.of(), row -> String.valueOf(row.getString(1)));
            String role = found.get(0);
            return role.equals("null") || role.equals("NONE") ? null : "`" + role.replace("`", "``") + "`";
        } catch (SQLException e) {
            // MySQL knows roles since version 8.
            return null;
        }
    }

    private boolean setRole(String role) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** With another role, MySQL forgets what the account may do in the database that was chosen before. */
    private void chooseDatabase() throws SQLException {
        if (mysql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("USE `" + settings.database().replace("`", "``") + "`");
            }
        }
    }

    private List<String> lines(String sql) throws SQLException {
        List<String> lines = Rows.of(connection, sql, List.of(), row -> row.getString(1));
        complete = complete && lines.stream().allMatch(MariadbGrant::isUnderstood);
        return lines;
    }

    private List<String> remedies() {
        String account = grants.stream()
                .filter(grant -> grant.own() == null && grant.grantee().contains("@"))
                .map(MariadbGrant::grantee)
                .findFirst()
                .orElse("CURRENT_USER");
        Set<String> statements = new LinkedHashSet<>();
        for (MariadbGrant grant : grants) {
            List<String> writes = grant.writes(settings.database());
            if (!writes.isEmpty() && grant.own() != null) {
                statements.add("REVOKE " + grant.own() + " FROM " + account + ";");
            } else if (!writes.isEmpty()) {
                revoke(grant, writes, statements);
            }
        }
        return List.copyOf(statements);
    }

    private void revoke(MariadbGrant grant, List<String> writes, Set<String> statements) {
        boolean all = writes.contains("ALL PRIVILEGES") || writes.contains("ALL");
        String from = " ON " + grant.object() + " FROM " + grant.grantee() + ";";
        if (writes.contains("GRANT OPTION")) {
            statements.add("REVOKE GRANT OPTION" + from);
        }
        String rights = String.join(
                ", ",
                all
                        ? List.of("ALL PRIVILEGES")
                        : writes.stream()
                                .filter(right -> !right.equals("GRANT OPTION"))
                                .toList());
        if (!rights.isEmpty()) {
            statements.add("REVOKE " + rights + from);
        }
        if (all) {
            // Reading went with the rest.
            String scope = grant.object().equals("*.*")
                    ? "`" + settings.database().replace("`", "``") + "`.*"
                    : grant.object();
            statements.add("GRANT SELECT ON " + scope + " TO " + grant.grantee() + ";");
        }
    }
}
