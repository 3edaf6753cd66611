package dev.dayone.sample.generator;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import java.util.List;

/** Table {@code helpdesk.agents}: clean. */
final class AgentRows implements TableRows {
    static final long FIRST_ID = 7_001;

    private final Company company;

    AgentRows(Company company) {
        this.company = company;
    }

    @Override
    public String table() {
        return "agents";
    }

    @Override
    public long count() {
        return company.sizes().agents();
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        Draw draw = new Draw(company.seed(), Purpose.AGENT, index);
        Staff.Employee employee = Staff.draw(company, Purpose.AGENT, index, draw);
        long created = company.calendar().moment((int) (Calendar.DAYS * index / count()), draw);
        out.add(FIRST_ID + index)
                .add(employee.email())
                .add(employee.name())
                .add(draw.pick(List.of("first line", "second line", "billing", "integrations")))
                .add(employee.office().language())
                .add(employee.office().zone())
                .add(draw.chance(0.9))
                .addClock(created)
                .addClock(company.later(created, draw))
                .end();
    }
}
