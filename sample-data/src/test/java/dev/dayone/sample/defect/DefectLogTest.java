package dev.dayone.sample.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DefectLogTest {
    @Test
    void keepsAFewKeysSpreadOverAllPlantedRows() {
        DefectLog log = new DefectLog();
        for (long key = 0; key < 1_000; key++) {
            log.plant(DefectKind.TICKET_HTML, key);
        }

        assertThat(log.count(DefectKind.TICKET_HTML)).isEqualTo(1_000);
        assertThat(log.keys(DefectKind.TICKET_HTML))
                .hasSizeBetween(DefectLog.KEYS / 2, DefectLog.KEYS)
                .doesNotHaveDuplicates()
                .anyMatch(key -> key > 900);
    }

    @Test
    void saysWhetherAllKeysAreListed() {
        DefectLog log = new DefectLog();
        log.plant(DefectKind.TICKET_TEST, 5);
        PlantedDefects.Planted planted = PlantedDefects.of(log).stream()
                .filter(kind -> kind.name().equals("ticket-test"))
                .findFirst()
                .orElseThrow();

        assertThat(planted.keysComplete()).isTrue();
        assertThat(planted.keys()).containsExactly(5L);
        assertThat(planted.table()).isEqualTo("tickets");
    }

    @Test
    void refusesAKindFromTwoLogs() {
        DefectLog log = new DefectLog();
        log.plant(DefectKind.TICKET_TEST, 1);
        DefectLog other = new DefectLog();
        other.plant(DefectKind.TICKET_TEST, 2);

        assertThatThrownBy(() -> log.addAll(other)).hasMessageContaining("TICKET_TEST");
    }
}
