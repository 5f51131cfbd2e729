package org.townloop.supply.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.kernel.Refusal;
import tools.jackson.databind.JsonNode;

/** The packs that are installed here, and the trades of places with and without a pack. */
@Component
public class Packs implements SmartInitializingSingleton, EventConsumer {

    private record Key(PackId id, int version) {}

    private final PackRows rows;
    private final PackFormat format;
    private final ShippedPacks shipped;
    private final Trades trades;
    private final Map<Key, Pack> versions = new ConcurrentHashMap<>();
    private final Map<Key, AttributeCheck> checks = new ConcurrentHashMap<>();
    private final Map<Key, BookingCheck> bookingChecks = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Map<PackId, Pack> current;

    Packs(PackRows rows, PackFormat format, ShippedPacks shipped, Trades trades) {
        this.rows = rows;
        this.format = format;
        this.shipped = shipped;
        this.trades = trades;
    }

    /** The shipped packs are there before anything is served. */
    @Override
    public void afterSingletonsInstantiated() {
        installShipped();
    }

    /**
     * Installs the packs of the class path, {@code packs/<id>/pack.yaml}. What is there already stays.
     *
     * @throws IllegalStateException if a pack was changed without a new version
     * @throws IllegalArgumentException if a pack file has faults
     */
    public void installShipped() {
        var contents = shipped.contents();
        rows.lacking(contents).forEach(shipped::requireSound);
        rows.install(contents);
        changed();
    }

    /**
     * The version under which new offers are written.
     *
     * @throws Absent if it is not installed
     */
    public Pack current(PackId id) {
        var pack = currents().get(id);
        if (pack == null) {
            throw new Absent("pack " + id);
        }
        return pack;
    }

    /** @throws Absent if that version was never installed */
    public Pack get(PackId id, int version) {
        return versions.computeIfAbsent(
                new Key(id, version),
                key -> rows.find(id, version).orElseThrow(() -> new Absent("pack " + id + " version " + version)));
    }

    /** The current version of each, by id. */
    public List<Pack> installed() {
        return List.copyOf(currents().values());
    }

    /** The trade of that id; one that nobody knows is "other". */
    public Trade trade(String id) {
        return currents().values().stream()
                .filter(pack -> pack.id().value().equals(id))
                .findFirst()
                .map(Packs::trade)
                .orElseGet(() -> trades.get(id));
    }

    /** All trades; those that can be booked come first. */
    public List<Trade> trades() {
        var all = new ArrayList<>(currents().values().stream().map(Packs::trade).toList());
        var installed = all.stream().map(Trade::id).collect(Collectors.toSet());
        trades.all().stream().filter(trade -> !installed.contains(trade.id())).forEach(all::add);
        return all;
    }

    private static Trade trade(Pack pack) {
        return new Trade(pack.id().value(), pack.name(), pack.pattern(), true);
    }

    /** Another version is sold under, or a pack is new: what is being read just now is not kept. */
    synchronized void changed() {
        changes.incrementAndGet();
        current = null;
    }

    private synchronized void keep(Map<PackId, Pack> read, long began) {
        if (changes.get() == began) {
            current = read;
        }
    }

    @Override
    public String name() {
        return "packs";
    }

    @Override
    public Set<String> types() {
        return Set.of(PackChanged.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        changed();
    }

    @Override
    public boolean durable() {
        return false;
    }

    /** Whether the attributes are as the pack wants them; refused with {@link PackReason}, the field being named. */
    public Outcome<JsonNode> check(Pack pack, JsonNode attributes) {
        return checks.computeIfAbsent(new Key(pack.id(), pack.version()), key -> new AttributeCheck(pack))
                .check(attributes);
    }

    /** What is wrong with the text of a pack file, in the order of the lines; empty if nothing is. */
    public List<Fault> faults(String packYaml) {
        return format.faults(packYaml);
    }

    /** Why something of the pack is not held so: what was not answered, or a check with its own sentence. */
    public Optional<Refusal> refusal(Pack pack, Asking asking) {
        return bookingCheck(pack).refusal(asking);
    }

    /** The same of checks alone, as far as what they want to know was answered: of what was sold, or is taken in by staff. */
    public Optional<Refusal> failedCheck(Pack pack, Asking asking) {
        return bookingCheck(pack).failedOfAnswered(asking);
    }

    private BookingCheck bookingCheck(Pack pack) {
        return bookingChecks.computeIfAbsent(new Key(pack.id(), pack.version()), key -> new BookingCheck(pack));
    }

    private Map<PackId, Pack> currents() {
        var known = current;
        if (known == null) {
            var began = changes.get();
            known = rows.current().stream()
                    .collect(Collectors.toMap(Pack::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
            keep(known, began);
        }
        return known;
    }
}
