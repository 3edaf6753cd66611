package dev.dayone.sample.generator;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import java.time.LocalDate;
import java.util.List;

/** Table {@code crm.users}: clean. */
final class UserRows implements TableRows {
    static final long FIRST_ID = 101;

    private final Company company;

    UserRows(Company company) {
        this.company = company;
    }

    @Override
    public String table() {
        return "users";
    }

    @Override
    public long count() {
        return company.sizes().users();
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        Draw draw = new Draw(company.seed(), Purpose.USER, index);
        Staff.Employee employee = Staff.draw(company, Purpose.USER, index, draw);
        int hired = (int) (Calendar.DAYS * index / count());
        long created = company.calendar().moment(hired, draw);
        out.add(FIRST_ID + index)
                .add(employee.email())
                .add(employee.name())
                .add(draw.pick(
                        List.of("sales development", "account executive", "customer success", "sales operations")))
                .add(draw.pick(List.of("north", "south", "west", "international")))
                .add(employee.phone())
                .add(employee.office().zone())
                .add(employee.office().language())
                .add(draw.chance(0.9))
                .add(LocalDate.ofEpochDay(created / Calendar.DAY))
                .addInstant(company.later(created, draw))
                .addInstant(created)
                .end();
    }
}
