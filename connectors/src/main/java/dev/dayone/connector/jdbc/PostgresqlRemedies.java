package dev.dayone.connector.jdbc;

import dev.dayone.connector.jdbc.PostgresqlRights.Grant;
import dev.dayone.connector.jdbc.PostgresqlRights.Owned;
import dev.dayone.connector.jdbc.PostgresqlRights.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the statements that take an account's rights to write away, for PostgreSQL's administrator to run. */
final class PostgresqlRemedies {
    private static final int NAMED = 5;
    private static final List<String> ORDER =
            List.of("INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "USAGE", "CREATE");

    private final Dialect dialect;
    private final List<Role> roles;
    private final String account;
    private final String heir;
    private final Set<String> statements = new LinkedHashSet<>();

    /** Remedies for the account among {@code roles}; what it owns goes to {@code heir}. */
    PostgresqlRemedies(Dialect dialect, List<Role> roles, String heir) {
        this.dialect = dialect;
        this.roles = roles;
        this.heir = heir;
        this.account = roles.stream()
                .filter(Role::own)
                .map(Role::name)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The account is not among its roles"));
    }

    List<String> of(List<Grant> grants, List<Owned> owned) {
        roles.forEach(this::attributes);
        grants.stream()
                .filter(grant -> grant.role() != null && !grant.role().equals(account))
                .forEach(grant -> leave(Objects.requireNonNull(grant.role())));
        owned.stream().filter(one -> !one.role().equals(account)).forEach(one -> leave(one.role()));
        give(owned.stream().filter(one -> one.role().equals(account)).toList());
        revoke(grants.stream().filter(grant -> account.equals(grant.role())).toList(), quoted(account));
        revoke(grants.stream().filter(grant -> grant.role() == null).toList(), "PUBLIC");
        return List.copyOf(statements);
    }

    private void attributes(Role role) {
        if (role.writes().isEmpty()) {
            return;
        }
        if (!role.own()) {
            leave(role.name());
            return;
        }
        String attributes = role.writes().stream()
                .map(right -> right.equals("superuser") ? "NOSUPERUSER" : right.replace("role attribute ", "NO"))
                .collect(Collectors.joining(" "));
        statements.add("ALTER ROLE " + quoted(account) + " " + attributes + ";");
    }

    /** Ends each of the account's own memberships that lead to a role. */
    private void leave(String role) {
        for (Role held : roles) {
            if (held.name().equals(role) && !held.own()) {
                String grantor = held.by().grantor();
                statements.add("REVOKE " + quoted(held.by().role()) + " FROM " + quoted(account)
                        + (grantor == null ? "" : " GRANTED BY " + quoted(grantor)) + ";");
            }
        }
    }

    private void give(List<Owned> owned) {
        String to = " TO " + quoted(heir) + ";";
        if (owned.size() > NAMED) {
            statements.add("REASSIGN OWNED BY " + quoted(account) + to);
        } else {
            owned.forEach(one ->
                    statements.add("ALTER " + one.kind() + " " + name(one.schema(), one.name()) + " OWNER" + to));
        }
        // An owner reads without a grant: it goes on reading with one.
        owned.stream()
                .filter(one -> !one.schema().isEmpty() && !one.kind().equals("SEQUENCE"))
                .collect(Collectors.groupingBy(Owned::schema, TreeMap::new, Collectors.toList()))
                .forEach((schema, tables) -> statements.add("GRANT SELECT ON "
                        + (tables.size() > NAMED
                                ? "ALL TABLES IN SCHEMA " + quoted(schema)
                                : tables.stream()
                                        .map(one -> name(schema, one.name()))
                                        .collect(Collectors.joining(", ")))
                        + " TO " + quoted(account) + ";"));
    }

    private void revoke(List<Grant> grants, String grantee) {
        Map<String, List<Grant>> groups = new LinkedHashMap<>();
        grants.forEach(grant -> groups.computeIfAbsent(grant.kind() + '\0' + grant.schema(), key -> new ArrayList<>())
                .add(grant));
        groups.values().forEach(group -> revokeKind(group, grantee));
    }

    private void revokeKind(List<Grant> group, String grantee) {
        String kind = group.get(0).kind();
        String schema = group.get(0).schema();
        Map<String, Set<String>> rights = new LinkedHashMap<>();
        group.forEach(
                grant -> rights.computeIfAbsent(grant.name(), name -> rights()).add(grant.right()));
        if (rights.size() > NAMED && !schema.isEmpty()) {
            Set<String> all = rights();
            rights.values().forEach(all::addAll);
            statements.add("REVOKE " + String.join(", ", all) + " ON ALL " + kind + "S IN SCHEMA " + quoted(schema)
                    + " FROM " + grantee + ";");
            return;
        }
        Map<String, List<String>> names = new LinkedHashMap<>();
        rights.forEach((name, held) -> names.computeIfAbsent(String.join(", ", held), key -> new ArrayList<>())
                .add(name(schema, name)));
        // On a table, what is granted on its columns goes with it.
        String word = kind.equals("TABLE") ? "" : kind + " ";
        names.forEach((held, objects) -> statements.add(
                "REVOKE " + held + " ON " + word + String.join(", ", objects) + " FROM " + grantee + ";"));
    }

    private static Set<String> rights() {
        return new TreeSet<>(Comparator.comparingInt(ORDER::indexOf));
    }

    private String name(String schema, String name) {
        return schema.isEmpty() ? quoted(name) : quoted(schema) + "." + quoted(name);
    }

    private String quoted(@Nullable String name) {
        return dialect.quoted(Objects.requireNonNull(name));
    }
}
