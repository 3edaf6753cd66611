package dev.dayone.readiness.mess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.Finding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InactiveByFlagTest {
    private static @Nullable Finding find(String column, String... counts) {
        return new InactiveByFlag().find(Profiles.place(column, counts));
    }

    @ParameterizedTest
    @CsvSource({
        "is_active boolean,true,false",
        "IsActive boolean,true,false",
        "active bigint,1,0",
        "aktiv string,J,N",
        "actif string,oui,non",
        "activo string,sí,no",
        "disabled boolean,false,true",
        "status string,active,inactive",
        "status string,aktiv,inaktiv"
    })
    void tellsRowsThatAreSwitchedOff(String column, String live, String off) {
        Finding finding = Objects.requireNonNull(find("desk.users." + column, live + " 90", off + " 10"));

        assertThat(finding.kind()).isEqualTo("inactive-by-flag");
        assertThat(finding.count()).isEqualTo(10);
        assertThat(finding.title()).isEqualTo("10 rows marked as inactive, and still in the table.");
    }

    @ParameterizedTest
    @CsvSource({
        "subscriptions",
        "customer_subscriptions",
        "products",
        "price_plans",
        "campaigns",
        "policies",
        "vertraege"
    })
    void saysNothingOfWhatIsSwitchedByItsNature(String table) {
        assertThat(find("shop." + table + ".active boolean", "true 60", "false 40"))
                .isNull();
    }

    @Test
    void saysNothingWhereAllAreActive() {
        assertThat(find("desk.users.active boolean", "true 100")).isNull();
        assertThat(find("desk.users.active_minutes bigint", "0 10", "5 10")).isNull();
        assertThat(find("desk.users.activity string", "no 10", "yes 10")).isNull();
    }
}
