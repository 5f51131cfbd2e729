package org.townloop.loop.deal;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.Ration;
import org.townloop.supply.booking.RationBook;
import org.townloop.supply.offer.OfferId;

/** What becomes of deals when something is held. */
@Component
public class DealSales {

    /** A line of an order that wants pieces of a deal. */
    public record Wanting(UUID order, Deal deal, UUID person, int units) {}

    /**
     * Who may hold.
     *
     * @param called whose turn it was, with the order that they want
     * @param refused why others may not, by order
     * @param apart of which deals somebody else takes pieces at this moment
     */
    public record Admitted(List<Standing> called, Map<UUID, Refusal> refused, Set<UUID> apart) {

        static final Admitted ALL = new Admitted(List.of(), Map.of(), Set.of());
    }

    private final DealRows deals;
    private final Standings standings;
    private final RationBook rations;
    private final DealCalls calls;
    private final Clock clock;

    DealSales(DealRows deals, Standings standings, RationBook rations, DealCalls calls, Clock clock) {
        this.deals = deals;
        this.standings = standings;
        this.rations = rations;
        this.calls = calls;
        this.clock = clock;
    }

    /** The deals at which those offers are sold now. */
    public Map<OfferId, Deal> open(Collection<OfferId> offers) {
        var now = clock.instant();
        return offers.isEmpty()
                ? Map.of()
                : deals.ahead(offers, now).stream()
                        .filter(deal -> deal.isOpenAt(now))
                        .collect(Collectors.toMap(Deal::offer, deal -> deal));
    }

    /**
     * Locks the deals until the transaction ends, and says who may hold: whoever was called, and others as long as nobody
     * stands in line. A line's deal may have closed since it was read.
     *
     * @param patient whether to wait for those who have a deal locked: all of it is one act then, such as a basket; else each
     *     order is judged by itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Admitted admit(List<Wanting> wanting, boolean patient) {
        if (wanting.isEmpty()) {
            return Admitted.ALL;
        }
        var ids = wanting.stream().map(each -> each.deal().id()).collect(Collectors.toSet());
        var locked = deals.lock(ids, patient ? "" : "skip locked").stream()
                .collect(Collectors.toMap(Deal::id, deal -> deal));
        return new Judging(locked, wanting, patient).judged();
    }

    /** Whose turn it was has held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void held(List<Standing> called) {
        if (!called.isEmpty()) {
            standings.held(called);
        }
    }

    /** Before the calendars of their places: some of what was sold at them is to be taken anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            deals.lock(ids.stream().map(DealId::new).toList(), "");
        }
    }

    /** What a line that was sold at a deal takes of it again. */
    public Ration ration(UUID deal, UUID person) {
        var known = deals.find(new DealId(deal)).orElseThrow();
        return new Ration(deal, person, known.stock(), known.each());
    }

    /**
     * Whether an order whose hold has expired can have its pieces after all: the deal was not called off, and what is free is
     * kept for nobody. Locks the deal; the books say whether anything is left.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isLeftFor(UUID wanted, int units) {
        var id = new DealId(wanted);
        var deal = deals.lock(id).orElseThrow();
        if (!deal.state().isAhead()) {
            return deal.state() != DealState.CALLED_OFF;
        }
        calls.call(deal); // what came free is theirs who wait
        var now = clock.instant();
        return deal.stock() - rations.held(id.value(), now) - standings.kept(id) >= units;
    }

    /** One after another, under the locks. */
    private final class Judging {

        private final Map<DealId, Deal> locked;
        private final List<Wanting> wanting;
        private final boolean isOneAct;
        private final Set<UUID> lined;
        private final Map<String, Standing> called = new HashMap<>();
        private final Map<String, String> used = new HashMap<>();
        private final Map<UUID, Refusal> refused = new HashMap<>();
        private final Set<UUID> apart = new HashSet<>();

        /** @param isOneAct whether all of it is wanted together; else each order by itself */
        Judging(Map<DealId, Deal> locked, List<Wanting> wanting, boolean isOneAct) {
            var now = clock.instant();
            this.locked = locked;
            this.wanting = wanting;
            this.isOneAct = isOneAct;
            this.lined = Set.copyOf(standings.lined(locked.keySet(), now));
            if (!lined.isEmpty()) {
                var people = wanting.stream().map(Wanting::person).collect(Collectors.toSet());
                standings
                        .called(locked.keySet(), people, now)
                        .forEach(each ->
                                called.put(key(each.deal(), each.person().value()), each));
            }
        }

        Admitted judged() {
            var turns = wanting.stream().flatMap(each -> judged(each).stream()).toList();
            return new Admitted(turns, refused, apart);
        }

        private Optional<Standing> judged(Wanting each) {
            var deal = locked.get(each.deal().id());
            if (deal == null) {
                apart.add(each.order());
                return Optional.empty();
            }
            var why = refusal(deal, each);
            if (why != null) {
                refused.put(each.order(), why);
                return Optional.empty();
            }
            var key = key(each);
            var isFirst = used.putIfAbsent(key, act(each)) == null;
            return Optional.ofNullable(called.get(key)).filter(turn -> isFirst).map(turn -> turn.with(each.order()));
        }

        private @Nullable Refusal refusal(Deal deal, Wanting each) {
            if (!deal.isOpenAt(clock.instant())) {
                return Refusal.of(DealReason.DEAL_IS_OVER, "offerId");
            }
            if (!lined.contains(deal.id().value())) {
                return null;
            }
            var turn = called.get(key(each));
            var granted = turn == null ? null : turn.granted();
            if (granted == null || !act(each).equals(used.getOrDefault(key(each), act(each)))) {
                return Refusal.of(
                        DealReason.DEAL_HAS_A_LINE,
                        "offerId",
                        Map.of("deal", deal.id().value().toString()));
            }
            return units(each) > granted
                    ? Refusal.of(DealReason.DEAL_FEWER_KEPT, "quantity", Map.of("granted", granted))
                    : null;
        }

        /** What the same person wants of the deal at once, in however many lines. */
        private int units(Wanting each) {
            return wanting.stream()
                    .filter(other -> key(other).equals(key(each)) && act(other).equals(act(each)))
                    .mapToInt(Wanting::units)
                    .sum();
        }

        private String act(Wanting each) {
            return isOneAct ? "all" : each.order().toString();
        }

        private static String key(Wanting each) {
            return key(each.deal().id(), each.person());
        }

        private static String key(DealId deal, UUID person) {
            return deal.value() + " " + person;
        }
    }
}
