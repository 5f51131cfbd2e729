package org.townloop.supply.merchant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;

/** The places of all merchants, and the listings. */
@Component
public class Places {

    /** One state of a place. */
    public record Mark(PlaceId place, boolean isListing, Instant changedAt) {}

    /** What a save of a place's facts or of its hours must name. */
    public record Versions(int facts, int hours) {}

    private final PlaceRows rows;
    private final Listings listings;

    Places(PlaceRows rows, Listings listings) {
        this.rows = rows;
        this.listings = listings;
    }

    /** @throws Absent if there is no such place */
    public Place get(PlaceId id) {
        return rows.places(List.of(id)).stream().findFirst().orElseThrow(() -> new Absent("place " + id.value()));
    }

    /** Those of them that there are. */
    public Map<PlaceId, Place> get(Collection<PlaceId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.places(ids).stream().collect(Collectors.toMap(Place::id, place -> place, (one, same) -> one));
    }

    /** The versions of a place that there is. */
    public Versions versions(PlaceId id) {
        return rows.versions(id);
    }

    public List<Place> of(MerchantId merchant) {
        return rows.of(merchant);
    }

    /** @throws Absent if there is no such merchant */
    public Merchant merchant(MerchantId id) {
        return rows.merchant(id).orElseThrow(() -> new Absent("merchant " + id.value()));
    }

    /** Those of them that there are. */
    public Map<MerchantId, Merchant> merchants(Collection<MerchantId> ids) {
        return ids.isEmpty() ? Map.of() : rows.merchants(ids);
    }

    /** The first place of each; a merchant without any is not there. */
    Map<MerchantId, Place> firstOf(Collection<MerchantId> merchants) {
        return merchants.isEmpty() ? Map.of() : rows.firstOf(merchants);
    }

    public List<Staff> staff(PlaceId place) {
        return rows.staff(List.of(place), false);
    }

    /** Those who work there, and those who did. */
    public List<Staff> staffEver(PlaceId place) {
        return rows.staff(List.of(place), true);
    }

    /** The staff of each of the places that has any, by id. */
    public Map<PlaceId, List<Staff>> staff(Collection<PlaceId> places) {
        return places.isEmpty()
                ? Map.of()
                : rows.staff(places, false).stream().collect(Collectors.groupingBy(Staff::place));
    }

    public List<Resource> resources(PlaceId place) {
        return rows.resources(List.of(place));
    }

    /** The resources of each of the places that has any, by kind and id. */
    public Map<PlaceId, List<Resource>> resources(Collection<PlaceId> places) {
        return places.isEmpty()
                ? Map.of()
                : rows.resources(places).stream().collect(Collectors.groupingBy(Resource::place));
    }

    /**
     * A number of each of the places that there are. It is another one as soon as anything is by which a place is booked: its
     * point and hours, its staff with their weeks and rotas, its resources, the days that differ, how it brings what it sells.
     * Holidays are not part of it.
     */
    public Map<PlaceId, Long> rosterVersions(Collection<PlaceId> places) {
        return places.isEmpty() ? Map.of() : rows.rosterVersions(places);
    }

    /** Gives every place once, region by region, in batches. */
    public void forEach(int batch, Consumer<List<Place>> consumer) {
        @Nullable PlaceId last = null;
        for (var places = rows.after(null, batch); !places.isEmpty(); places = rows.after(last, batch)) {
            consumer.accept(places);
            last = places.getLast().id();
        }
    }

    /** When each place was last changed: what a copy of them is compared with. */
    public List<Mark> marks() {
        return rows.marks();
    }

    /** The same of those of them that there are. */
    public List<Mark> marks(Collection<PlaceId> ids) {
        return ids.isEmpty() ? List.of() : rows.marks(ids);
    }

    /**
     * Brings in what a data set tells of places, in the caller's transaction or one of its own. A listing is known
     * again by its source and the source's key; one that says nothing new is left alone. A place that a merchant has
     * taken over is the merchant's and stays as it is.
     *
     * @throws IllegalArgumentException if two of the listings have the same source and key
     */
    public ImportCount upsertListings(List<Listing> listed) {
        return listings.upsert(listed);
    }
}
