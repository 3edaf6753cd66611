package dev.dayone.connector.guard;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;

/**
 * Lets a statement through only if it is one SELECT that reads: no second statement, no locking, no INTO, no writing
 * inside a WITH, and no function but those known to be free of side effects. Thread-safe.
 */
public final class StatementGuard {
    private static final int REMEMBERED = 500;
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*\\(");
    /** Asks for the plan of the SELECT behind it without running that. */
    private static final Pattern EXPLAIN = Pattern.compile("EXPLAIN (?:\\(FORMAT JSON\\)|FORMAT=JSON) (?=SELECT )");

    /** What stands between must itself be one SELECT, so nothing but standard output can be the target. */
    private static final Pattern COPY = Pattern.compile("COPY \\((SELECT .*)\\) TO STDOUT", Pattern.DOTALL);

    private static final Set<String> REFUSED_WORDS = Set.of(
            "into",
            "for",
            "lock",
            "insert",
            "update",
            "delete",
            "merge",
            "replace",
            "truncate",
            "drop",
            "alter",
            "create",
            "grant",
            "revoke",
            "call",
            "do",
            "copy",
            "set",
            "execute",
            "outfile",
            "dumpfile",
            "handler",
            "procedure",
            "returning",
            "nextval",
            "next",
            "previous");
    private static final Set<String> BEFORE_PARENTHESIS = Set.of(
            "select",
            "from",
            "where",
            "in",
            "and",
            "or",
            "not",
            "exists",
            "any",
            "all",
            "on",
            "as",
            "over",
            "union",
            "join",
            "by",
            "when",
            "then",
            "else",
            "values",
            "char",
            "varchar",
            "nvarchar",
            "varbinary",
            "top",
            "block",
            "seed",
            "decimal",
            "numeric",
            "limit",
            "having",
            "system",
            "repeatable",
            "distinct",
            "between",
            "lateral",
            "with");
    private static final Set<String> FUNCTIONS = Set.of(
            "count",
            "min",
            "max",
            "sum",
            "avg",
            "cast",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "abs",
            "round",
            "floor",
            "ceil",
            "mod",
            "length",
            "char_length",
            "octet_length",
            "lower",
            "upper",
            "trim",
            "left",
            "right",
            "substring",
            "concat",
            "string_agg",
            "group_concat",
            "hex",
            "unhex",
            "encode",
            "decode",
            "st_astext",
            "extract",
            "version",
            "now",
            "database",
            "current_database",
            "current_schemas",
            "current_setting",
            "pg_has_role",
            "has_table_privilege",
            "has_column_privilege",
            "has_any_column_privilege",
            "has_schema_privilege",
            "has_database_privilege",
            "has_sequence_privilege",
            "format_type",
            "pg_get_constraintdef",
            "pg_partition_tree",
            "pg_total_relation_size",
            "pg_relation_size",
            "pg_backend_pid",
            "aclexplode",
            "array_position",
            "unnest",
            "row",
            "convert",
            "if",
            "ifnull",
            "isnull",
            "sqlite_version",
            "typeof",
            "substr",
            "strftime",
            "pragma_table_xinfo",
            "pragma_index_list",
            "pragma_index_info",
            "quotename",
            "schema_name",
            "user_name",
            "user_id",
            "suser_sname",
            "serverproperty",
            "has_perms_by_name",
            "is_srvrolemember",
            "is_rolemember",
            "fn_my_permissions",
            "datename",
            "sysdatetimeoffset",
            "datalength",
            "sys_context",
            "to_char",
            "to_date",
            "to_timestamp",
            "to_timestamp_tz",
            "rawtohex",
            "hextoraw",
            "rtrim");

    /** Texts that were let through, behind the quote that they were read with: parsing is dear, and runs repeat. */
    private static final Set<String> ACCEPTED = ConcurrentHashMap.newKeySet();

    private final char identifierQuote;
    private final Pattern own;
    /**
     * A guard for one database product.
     *
     * @param identifierQuote what the product's identifiers stand in
     * @param own the few statements of a fixed form, not SELECTs, that a connector sends to learn of its account
     */
    public StatementGuard(char identifierQuote, Pattern own) {
        this.identifierQuote = identifierQuote;
        this.own = own;
    }

    /** The quote around the product's identifiers. */
    char quote() {
        return identifierQuote;
    }

    /** Returns if the statement may be sent. Throws {@link BadRequestException} STATEMENT_REFUSED otherwise. */
    public void check(String sql) {
        if (ACCEPTED.contains(identifierQuote + sql) || own.matcher(sql).matches()) {
            return;
        }
        try {
            Matcher explain = EXPLAIN.matcher(sql);
            Matcher copy = COPY.matcher(sql);
            checkText(explain.lookingAt() ? sql.substring(explain.end()) : copy.matches() ? copy.group(1) : sql);
        } catch (IllegalArgumentException e) {
            throw refused(sql, String.valueOf(e.getMessage()));
        }
        if (ACCEPTED.size() < REMEMBERED) {
            ACCEPTED.add(identifierQuote + sql);
        }
    }

    private void checkText(String sql) {
        String plain = SqlText.plain(sql, identifierQuote);
        Matcher words = WORD.matcher(plain);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (REFUSED_WORDS.contains(word)) {
                throw new IllegalArgumentException("it has the word " + word.toUpperCase(Locale.ROOT));
            }
        }
        Matcher calls = CALL.matcher(plain);
        while (calls.find()) {
            String name = calls.group(1).toLowerCase(Locale.ROOT);
            if (!FUNCTIONS.contains(name) && !BEFORE_PARENTHESIS.contains(name)) {
                throw new IllegalArgumentException("it calls " + name + ", which is not known to be free of effects");
            }
        }
        if (!(parsed(plain) instanceof Select)) {
            throw new IllegalArgumentException("it is not a SELECT");
        }
    }

    private static Statement parsed(String plain) {
        try {
            return CCJSqlParserUtil.parse(plain);
        } catch (JSQLParserException e) {
            throw new IllegalArgumentException("it does not parse as one statement", e);
        }
    }

    private static BadRequestException refused(String sql, String reason) {
        String head = sql.strip().replaceAll("'[^']*'?", "?").replaceAll("\\s+", " ");
        String shown = head.length() > 80 ? head.substring(0, 80) + "..." : head;
        return new BadRequestException(
                ErrorCode.STATEMENT_REFUSED,
                "Cannot send '" + shown + "': " + reason + ", expected a single SELECT that only reads."
                        + " dayone never writes to a source.");
    }
}
