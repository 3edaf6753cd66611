package dev.dayone.connector;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the column that most likely tells when a row was last changed: a date or time whose name says so, in one of
 * several languages. A change is preferred over a creation, a moment over a day, an indexed column over another.
 */
public final class TimeColumns {
    private static final Pattern CHANGED = Pattern.compile(
            "updat|modif|chang|edited|last_?(write|touch|sync|save)|mtime|systemmodstamp|row_?version_?(time|date)"
                    + "|geaendert|geändert|aenderung|änderung|aktualisier|modifie|mise_?a_?jour|maj_|actualiz|cambi"
                    + "|aggiorn|atualiz|alterad|gewijzigd|bijgewerkt|zmian|zmodyfik|изменен|обновл|更新|变更|変更");
    private static final Pattern CREATED = Pattern.compile(
            "creat|insert|added|entered|opened|registered|ctime|logged|occurred|posted|received|erstellt|angelegt"
                    + "|erfasst|cree_|créé|creacion|creado|criad|creazione|creato|aangemaakt|utworz|dodan|создан|добавл"
                    + "|作成|创建|登録");

    private TimeColumns() {}

    /** The column's name, or null if none looks like it. */
    public static @Nullable String likely(List<ColumnInfo> columns, Collection<String> indexed) {
        return columns.stream()
                .filter(TimeColumns::isTime)
                .filter(column -> rank(column) < 2)
                .min(Comparator.comparingInt(TimeColumns::rank)
                        .thenComparing(column -> !indexed.contains(column.name()))
                        .thenComparing(column -> column.type().kind() == ColumnType.Kind.DATE))
                .map(ColumnInfo::name)
                .orElse(null);
    }

    private static boolean isTime(ColumnInfo column) {
        return column.type().kind() == ColumnType.Kind.TIMESTAMP
                || column.type().kind() == ColumnType.Kind.DATE;
    }

    private static int rank(ColumnInfo column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        if (CHANGED.matcher(name).find()) {
            return 0;
        }
        return CREATED.matcher(name).find() ? 1 : 2;
    }
}
