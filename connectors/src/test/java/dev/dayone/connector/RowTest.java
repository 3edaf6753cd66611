package dev.dayone.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RowTest {
    private static final Row.Columns COLUMNS = new Row.Columns(List.of("id", "name", "note", "place"), 3);

    private static Row row(@Nullable Object... values) {
        return new Row(COLUMNS, values);
    }

    @Test
    void isAMapOfItsColumns() {
        Map<String, Object> map = new HashMap<>();
        map.put("id", 1L);
        map.put("name", "Ada");
        map.put("note", null);
        assertThat(row(1L, "Ada", null, "p")).isEqualTo(map).containsOnlyKeys("id", "name", "note");
        assertThat(row(1L, "Ada", null, "p").get("other")).isNull();
    }

    @Test
    void keepsItsReadersOwnColumnsToItself() {
        Row row = row(1L, "Ada", null, "p");
        assertThat(row.containsKey("place")).isFalse();
        assertThat(row.get("place")).isNull();
        assertThat(row.any("place")).isEqualTo("p");
        assertThat(COLUMNS.place("place")).isEqualTo(-1);
        assertThat(row.at(COLUMNS.place("name"))).isEqualTo("Ada");
    }

    @Test
    void weighsAsAnyMapDoes() {
        Row row = row(1L, "Ada", null, "not weighed");
        assertThat(Page.weight(row)).isEqualTo(11).isEqualTo(Page.weight(new HashMap<>(row)));
    }

    @Test
    void isNotToBeChanged() {
        Row row = row(1L, "Ada", null, "p");
        assertThatThrownBy(() -> row.put("id", 2L)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> row.keySet().remove("id")).isInstanceOf(UnsupportedOperationException.class);
    }
}
