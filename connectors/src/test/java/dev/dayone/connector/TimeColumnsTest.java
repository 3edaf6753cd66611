package dev.dayone.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeColumnsTest {
    private static @Nullable String likely(Set<String> indexed, String... names) {
        List<ColumnInfo> columns = Arrays.stream(names)
                .map(name -> new ColumnInfo(name, "timestamp", ColumnType.TIMESTAMP, true))
                .toList();
        return TimeColumns.likely(columns, indexed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updated_at",
                "ModifiedDate",
                "LastUpdated",
                "last_update",
                "changed",
                "mtime",
                "SystemModstamp",
                "geändert_am",
                "zuletzt_aktualisiert",
                "date_modification",
                "fecha_actualizacion",
                "modificato_il",
                "data_atualizacao",
                "gewijzigd_op",
                "data_zmiany",
                "дата_изменения",
                "更新日時",
            })
    void changesAreKnownInSeveralLanguages(String name) {
        assertThat(likely(Set.of(), "created_at", name, "due_date")).isEqualTo(name);
    }

    @Test
    void prefersChangesOverCreationsAndIndexedOnesOverOthers() {
        assertThat(likely(Set.of("created_at"), "created_at", "updated_at")).isEqualTo("updated_at");
        assertThat(likely(Set.of("modified"), "updated_at", "modified")).isEqualTo("modified");
        assertThat(likely(Set.of(), "birthday", "erstellt_am")).isEqualTo("erstellt_am");
    }

    @Test
    void takesNoColumnOfAnotherTypeOrName() {
        assertThat(likely(Set.of(), "birthday", "due", "started")).isNull();
        List<ColumnInfo> texts = List.of(new ColumnInfo("updated_at", "varchar(20)", ColumnType.STRING, true));
        assertThat(TimeColumns.likely(texts, Set.of())).isNull();
    }
}
