package dev.dayone.pilot.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final Receipt ONE = new Receipt(
            List.of(new Receipt.Statement("SELECT a", 1, 10, 100, 5), new Receipt.Statement("SELECT b", 2, 20, 200, 6)),
            30,
            300,
            1,
            11,
            40,
            1,
            Map.of("calls", 3L));

    @Test
    void addsUpTheRunsOfOneSnapshot() {
        Receipt two = new Receipt(
                List.of(new Receipt.Statement("SELECT b", 1, 1, 1, 1)),
                1,
                1,
                1,
                1,
                90,
                1,
                Map.of("calls", 2L, "cells", 9L));

        assertThat(ONE.plus(two))
                .isEqualTo(new Receipt(
                        List.of(
                                new Receipt.Statement("SELECT a", 1, 10, 100, 5),
                                new Receipt.Statement("SELECT b", 3, 21, 201, 7)),
                        31,
                        301,
                        2,
                        12,
                        90,
                        2,
                        Map.of("calls", 5L, "cells", 9L)));
        assertThat(Receipt.NOTHING.plus(ONE)).isEqualTo(ONE);
    }

    @Test
    void isReadBackFromJson() throws Exception {
        assertThat(Json.MAPPER.readValue(Json.write(ONE), Receipt.class)).isEqualTo(ONE);
        Probe probe = new Probe("P", "1", "UTC", "me", false, List.of(), "read-only", 3);
        assertThat(Json.MAPPER.readValue(Json.write(probe), Probe.class)).isEqualTo(probe);
        TableInfo table = new TableInfo("t", "table", List.of(), List.of("id"), 5L);
        assertThat(Json.MAPPER.readValue(Json.write(table), TableInfo.class)).isEqualTo(table);
    }
}
