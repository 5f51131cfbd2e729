package org.townloop.loop.dispute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.WaitingCancellations;

/** By when what is to be said. For how many days somebody may object a region says, or the nearest above it that does. */
@Component
public class DisputeTerms {

    public static final int MOST_DAYS = 90;

    private final Regions regions;
    private final JdbcClient jdbc;
    private final Gate gate;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final int usualDays;
    private final Duration answer;
    private final Duration reply;
    private final Duration appeal;

    DisputeTerms(
            Regions regions,
            JdbcClient jdbc,
            Gate gate,
            AuditTrail audit,
            Atomically atomically,
            @Value("${townloop.disputes.days}") int usualDays,
            @Value("${townloop.disputes.answer-within}") Duration answer,
            @Value("${townloop.disputes.reply-within}") Duration reply,
            @Value("${townloop.disputes.appeal-within}") Duration appeal) {
        if (answer.compareTo(WaitingCancellations.LONGEST_WAIT) < 0) {
            throw new IllegalArgumentException("townloop.disputes.answer-within is at least "
                    + WaitingCancellations.LONGEST_WAIT.toHours()
                    + " hours: so long a counter with no network may have redeemed what is argued about");
        }
        this.regions = regions;
        this.jdbc = jdbc;
        this.gate = gate;
        this.audit = audit;
        this.atomically = atomically;
        this.usualDays = usualDays;
        this.answer = answer;
        this.reply = reply;
        this.appeal = appeal;
    }

    /** For how many days after a visit, or the end of the time, somebody may object there. */
    public int days(RegionId region) {
        var up = upwards(region);
        var said = said(up);
        return up.stream().filter(said::containsKey).findFirst().map(said::get).orElse(usualDays);
    }

    /** How long the merchant has to answer. */
    public Duration answer() {
        return answer;
    }

    /** How long the resident has to say yes or no to an offer. */
    public Duration reply() {
        return reply;
    }

    /** How long either may ask for a second opinion. */
    public Duration appeal() {
        return appeal;
    }

    /** From now on there and below, unless a region below says otherwise; what was opened stays open. */
    public Outcome<Integer> say(Actor operator, RegionId region, int days) {
        gate.require(operator, Right.SEE_OFFICE, Scope.region(region));
        if (days < 1 || days > MOST_DAYS) {
            return Outcome.refused(Refusal.of(DisputeReason.DISPUTE_DAYS_INVALID, "days", Map.of("max", MOST_DAYS)));
        }
        return atomically.run(() -> {
            jdbc.sql("""
                insert into dispute.term (region_id, days) values (?, ?)
                on conflict (region_id) do update set days = excluded.days
                """).params(region.number(), days).update();
            audit.note(operator.person(), "dispute-days", region.number() + " " + days);
            return Outcome.done(days);
        });
    }

    private List<RegionId> upwards(RegionId region) {
        var up = new ArrayList<RegionId>();
        for (var next = region; next != null; next = regions.get(next).parent()) {
            up.add(next);
        }
        return up;
    }

    private Map<RegionId, Integer> said(List<RegionId> regions) {
        var said = new HashMap<RegionId, Integer>();
        jdbc.sql("select region_id, days from dispute.term where region_id = any (?)")
                .param(regions.stream().map(RegionId::number).toArray(Integer[]::new))
                .query((row, number) -> said.put(new RegionId(row.getInt("region_id")), row.getInt("days")))
                .list();
        return said;
    }
}
