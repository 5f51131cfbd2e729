package org.townloop.loop.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;

/** What regions and payees say about payouts. */
@Component
class SettingRows {

    private record Said(RegionId region, PayoutSetting setting) {}

    private record Chosen(UUID owner, Cycle cycle) {}

    private final JdbcClient jdbc;

    SettingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the regions that say anything. */
    Map<RegionId, PayoutSetting> of(Collection<RegionId> regions) {
        return jdbc
                .sql("""
                    select region_id, cycle, day, minimum_minor, hold_back_days, locked, debtor_name, debtor_number,
                        debtor_bank, version
                    from payout.setting where region_id = any (?)
                    """)
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .query(SettingRows::said)
                .list()
                .stream()
                .collect(Collectors.toMap(Said::region, Said::setting));
    }

    /** @return whether nobody else has changed it since that version */
    boolean write(RegionId region, PayoutSetting setting) {
        var cycle = setting.cycle();
        var debtor = setting.debtor();
        return jdbc.sql("""
            insert into payout.setting as s (region_id, cycle, day, minimum_minor, hold_back_days, locked, debtor_name,
                debtor_number, debtor_bank)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (region_id) do update
            set cycle = excluded.cycle, day = excluded.day, minimum_minor = excluded.minimum_minor,
                hold_back_days = excluded.hold_back_days, locked = excluded.locked, debtor_name = excluded.debtor_name,
                debtor_number = excluded.debtor_number, debtor_bank = excluded.debtor_bank, version = s.version + 1
            where s.version = ?
            """)
                        .param(region.number())
                        .param(cycle == null ? null : cycle.code())
                        .param(cycle == null ? null : cycle.number())
                        .param(setting.minimumMinor())
                        .param(setting.holdBackDays())
                        .param(setting.locked())
                        .param(debtor == null ? null : debtor.name())
                        .param(debtor == null ? null : debtor.number())
                        .param(debtor == null ? null : debtor.bank())
                        .param(setting.version())
                        .update()
                == 1;
    }

    /** The own cycles of those payees that chose one. */
    Map<UUID, Cycle> choices(RegionId region, Collection<UUID> owners) {
        return jdbc
                .sql("select owner_id, cycle, day from payout.choice where region_id = ? and owner_id = any (?)")
                .params(region.number(), owners.toArray(UUID[]::new))
                .query((row, number) -> new Chosen(
                        row.getObject("owner_id", UUID.class),
                        Cycle.of(row.getString("cycle"), row.getObject("day", Integer.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Chosen::owner, Chosen::cycle));
    }

    void choose(RegionId region, UUID owner, Cycle cycle) {
        jdbc.sql("""
            insert into payout.choice (region_id, owner_id, cycle, day) values (?, ?, ?, ?)
            on conflict (region_id, owner_id) do update set cycle = excluded.cycle, day = excluded.day
            """)
                .param(region.number())
                .param(owner)
                .param(cycle.code())
                .param(cycle.number())
                .update();
    }

    /** From now on as the region says. */
    void unchoose(RegionId region, UUID owner) {
        jdbc.sql("delete from payout.choice where region_id = ? and owner_id = ?")
                .params(region.number(), owner)
                .update();
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        var cycle = row.getString("cycle");
        return new Said(
                new RegionId(row.getInt("region_id")),
                new PayoutSetting(
                        cycle == null ? null : Cycle.of(cycle, row.getObject("day", Integer.class)),
                        row.getObject("minimum_minor", Long.class),
                        row.getObject("hold_back_days", Integer.class),
                        row.getBoolean("locked"),
                        debtor(row),
                        row.getInt("version")));
    }

    static @Nullable Debtor debtor(ResultSet row) throws SQLException {
        var name = row.getString("debtor_name");
        return name == null ? null : new Debtor(name, row.getString("debtor_number"), row.getString("debtor_bank"));
    }
}
