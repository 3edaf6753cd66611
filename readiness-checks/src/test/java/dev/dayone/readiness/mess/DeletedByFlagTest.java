package dev.dayone.readiness.mess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.report.Finding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeletedByFlagTest {
    private static @Nullable Finding find(String column, String... counts) {
        return new DeletedByFlag().find(Profiles.place(column, counts));
    }

    @ParameterizedTest
    @CsvSource({
        "is_deleted boolean,false,true",
        "IsDeleted boolean,false,true",
        "geloescht string,N,J",
        "gelöscht string,nein,ja",
        "loeschkz string,' ',X",
        "LVORM string,' ',X",
        "supprime bigint,0,1",
        "est_supprimé boolean,false,true",
        "eliminado string,no,sí",
        "borrado bigint,0,1",
        "archiviert boolean,false,true",
        "delete_flag string,N,Y"
    })
    void knowsFlagsOfSeveralLanguages(String column, String no, String yes) {
        Finding finding = Objects.requireNonNull(find("crm.contacts." + column, no + " 90", yes + " 10"));

        assertThat(finding.count()).isEqualTo(10);
        assertThat(finding.title()).isEqualTo("10 rows marked as deleted, and still in the table.");
    }

    @ParameterizedTest
    @CsvSource({
        "status,deleted",
        "state,archived",
        "ticket_status,spam",
        "recordStatus,Deleted",
        "STATUS,GELÖSCHT",
        "zustand,archiviert",
        "statut,supprimée",
        "estado,eliminado",
        "status,merged"
    })
    void knowsStatusesThatMeanDeleted(String column, String value) {
        Finding finding = Objects.requireNonNull(find("desk.tickets." + column + " string", "open 90", value + " 10"));

        assertThat(finding.kind()).isEqualTo("deleted-by-flag");
        assertThat(finding.title()).isEqualTo("10 rows marked as '" + value + "', and still in the table.");
    }

    @ParameterizedTest
    @CsvSource({
        "deleted_at",
        "DeletedDate",
        "date_deleted",
        "geloescht_am",
        "supprime_le",
        "eliminado_en",
        "loeschdatum"
    })
    void knowsTimesOfDeletion(String column) {
        assertThat(find("crm.contacts." + column + " timestamp", "null 90", "2026-01-01 00:00:00 10"))
                .isNotNull();
    }

    @Test
    void takesWorkThatIsDoneForNoDeletion() {
        assertThat(find("git.merge_requests.state string", "opened 20", "merged 80"))
                .isNull();
        assertThat(find("shop.orders.status string", "open 20", "cancelled 30", "closed 50"))
                .isNull();
        assertThat(find("crm.contacts.archive_reason string", "moved 3", "deleted 4"))
                .isNull();
    }

    @Test
    void takesNumbersForNoFlag() {
        assertThat(find("ops.runs.deleted bigint", "0 5", "1 5", "2 5", "3 5", "17 5"))
                .isNull();
    }

    @Test
    void takesAnArchiveForWhatItIs() {
        assertThat(find("crm.old.status string", "archived 100")).isNull();
    }
}
