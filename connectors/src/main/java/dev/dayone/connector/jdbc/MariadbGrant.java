package dev.dayone.connector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code SHOW GRANTS}.
 *
 * @param rights what it grants, each with its columns
 * @param object such as {@code `helpdesk`.*}, as the server writes it; empty for a line that grants roles
 * @param grantee as the server writes it
 * @param roles what it grants if those are roles
 * @param own the account's own membership that the line comes by; null: the line is the account's own
 */
record MariadbGrant(
        List<String> rights,
        String object,
        String grantee,
        List<String> roles,
        @Nullable String own) {
    private static final String QUOTED = "(?:`(?:[^`]|``)*`|'(?:[^']|'')*')";
    private static final String NAME = "(?:" + QUOTED + "(?:@" + QUOTED + ")?|PUBLIC)";
    private static final Pattern GRANT = Pattern.compile("(?is)GRANT (.+?) ON (.+?) TO (" + NAME + ")(.*)");
    private static final Pattern ROLES =
            Pattern.compile("(?i)GRANT (" + NAME + "(?:,\\s*" + NAME + ")*) TO (" + NAME + ").*");
    private static final Pattern RIGHT =
            Pattern.compile("([A-Za-z_ ]+?)\\s*(\\((?:`(?:[^`]|``)*`|[^)`])*\\))?\\s*(?:,|$)");
    private static final Set<String> READING = Set.of(
            "USAGE",
            "SELECT",
            "SHOW VIEW",
            "SHOW DATABASES",
            "PROCESS",
            "REPLICATION CLIENT",
            "REPLICATION SLAVE",
            "BINLOG MONITOR",
            "SLAVE MONITOR",
            "REPLICA MONITOR",
            "EXECUTE",
            "REFERENCES",
            "LOCK TABLES",
            "CREATE TEMPORARY TABLES",
            "SHOW CREATE ROUTINE",
            "SHOW_ROUTINE",
            "PROXY");

    MariadbGrant {
        rights = List.copyOf(rights);
        roles = List.copyOf(roles);
    }

    static MariadbGrant of(String line, @Nullable String own) {
        Matcher roles = ROLES.matcher(line);
        if (roles.matches()) {
            return new MariadbGrant(List.of(), "", roles.group(2), split(roles.group(1)), own);
        }
        Matcher grant = GRANT.matcher(line);
        if (!grant.matches()) {
            return new MariadbGrant(List.of(), "", "", List.of(), own);
        }
        List<String> rights = new ArrayList<>();
        Matcher right = RIGHT.matcher(grant.group(1));
        while (right.find()) {
            String name = right.group(1).strip().toUpperCase(Locale.ROOT);
            rights.add(right.group(2) == null ? name : name + " " + right.group(2));
        }
        if (grant.group(4).toUpperCase(Locale.ROOT).contains("WITH GRANT OPTION")) {
            rights.add("GRANT OPTION");
        }
        return new MariadbGrant(rights, grant.group(2), grant.group(3), List.of(), own);
    }

    private static List<String> split(String names) {
        List<String> found = new ArrayList<>();
        Matcher name = Pattern.compile(NAME).matcher(names);
        while (name.find()) {
            found.add(name.group());
        }
        return found;
    }

    /** Whether the line was understood, or is none that grants. */
    static boolean isUnderstood(String line) {
        return !line.toUpperCase(Locale.ROOT).startsWith("GRANT ")
                || ROLES.matcher(line).matches()
                || GRANT.matcher(line).matches();
    }

    /**
     * The rights that write. A fresh MariaDB lets every account write to the scratch databases {@code test} and
     * {@code test_...}: those count only if the source is one of them.
     */
    List<String> writes(String database) {
        boolean scratch = object.equals("`test`.*") || object.equals("`test\\_%`.*");
        if (scratch && !database.startsWith("test")) {
            return List.of();
        }
        return rights.stream()
                .filter(right -> !READING.contains(right.replaceAll(" \\(.*", "")))
                .toList();
    }

    /** Rights as a person writes them, such as {@code INSERT on helpdesk.*}. */
    String shown(String right) {
        return right.replace("`", "") + " on " + object.replace("`", "");
    }
}
