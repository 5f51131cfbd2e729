package org.townloop.loop.screening;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.springframework.stereotype.Component;
import org.townloop.loop.deal.Deals;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** Brings an index to what the tables say. The marks are read before the rows, so that no change is missed. */
@Component
class IndexContents {

    private static final int BATCH = 1_000;

    private final Places places;
    private final Offers offers;
    private final Deals deals;
    private final Documents documents;

    IndexContents(Places places, Offers offers, Deals deals, Documents documents) {
        this.places = places;
        this.offers = offers;
        this.deals = deals;
        this.documents = documents;
    }

    /** Writes what differs from the tables and removes what they do not have. @return how many documents changed */
    int catchUp(SearchIndex index) throws IOException {
        var offerMarks = offers.marks();
        var placeMarks = places.marks();
        var indexed = index.ask(IndexedMarks::of);
        var changed = placeMarks.stream().collect(Collectors.toMap(Places.Mark::place, Places.Mark::changedAt));
        var mayDiffer = deals.offersOfLate(); // a deal may have opened or closed while nobody looked
        var stale = new ArrayList<Offers.Mark>();
        for (var mark : offerMarks) {
            var state = new IndexedMarks.State(mark.changedAt(), changed.get(mark.place()));
            if (!state.equals(indexed.remove(mark.offer().value())) || mayDiffer.contains(mark.offer())) {
                stale.add(mark);
            }
        }
        var staleListings = new ArrayList<Places.Mark>();
        for (var mark : placeMarks) {
            var state = new IndexedMarks.State(null, mark.changedAt());
            if (mark.isListing() && !state.equals(indexed.remove(mark.place().value()))) {
                staleListings.add(mark);
            }
        }
        remove(index.writer(), indexed.keySet());
        writeOffers(index.writer(), stale);
        writeListings(index.writer(), staleListings);
        return indexed.size() + stale.size() + staleListings.size();
    }

    /** Writes these offers, and these places with all that they sell. */
    void refresh(SearchIndex index, Collection<OfferId> changedOffers, Collection<PlaceId> changedPlaces)
            throws IOException {
        var ids = new java.util.HashSet<>(changedOffers);
        offers.at(changedPlaces).values().forEach(sold -> sold.forEach(offer -> ids.add(offer.id())));
        var offerMarks = offers.marks(ids);
        var listings = places.marks(changedPlaces).stream()
                .filter(Places.Mark::isListing)
                .toList();
        var gone = new java.util.HashSet<UUID>();
        ids.forEach(id -> gone.add(id.value()));
        changedPlaces.forEach(id -> gone.add(id.value()));
        offerMarks.forEach(mark -> gone.remove(mark.offer().value()));
        listings.forEach(mark -> gone.remove(mark.place().value()));
        remove(index.writer(), gone);
        writeOffers(index.writer(), offerMarks);
        writeListings(index.writer(), listings);
    }

    private void writeOffers(IndexWriter writer, List<Offers.Mark> marks) throws IOException {
        for (var batch : batches(marks)) {
            var ids = batch.stream().map(Offers.Mark::offer).toList();
            var sold = deals.asSold(offers.get(ids));
            var at = batch.stream().map(Offers.Mark::place).distinct().toList();
            var changed = changes(places.marks(at));
            var here = places.get(at);
            var staff = places.staff(at);
            for (var mark : batch) {
                var offer = sold.get(mark.offer());
                var place = here.get(mark.place());
                if (offer != null && offer.active() && place != null) {
                    var placeChanged = changed.getOrDefault(place.id(), Instant.EPOCH);
                    var people = staff.getOrDefault(place.id(), List.of());
                    put(writer, documents.of(offer, place, people, mark.changedAt(), placeChanged), id(offer));
                }
            }
        }
    }

    private void writeListings(IndexWriter writer, List<Places.Mark> marks) throws IOException {
        for (var batch : batches(marks)) {
            var here = places.get(batch.stream().map(Places.Mark::place).toList());
            for (var mark : batch) {
                var place = here.get(mark.place());
                if (place != null && place.isListing()) {
                    put(
                            writer,
                            documents.of(place, mark.changedAt()),
                            place.id().value());
                }
            }
        }
    }

    private static UUID id(Offer offer) {
        return offer.id().value();
    }

    private static void put(IndexWriter writer, Document document, UUID id) throws IOException {
        writer.updateDocument(new Term(Fields.ID, Documents.key(id)), document);
    }

    private static void remove(IndexWriter writer, Collection<UUID> ids) throws IOException {
        writer.deleteDocuments(
                ids.stream().map(id -> new Term(Fields.ID, Documents.key(id))).toArray(Term[]::new));
    }

    private static Map<PlaceId, Instant> changes(List<Places.Mark> marks) {
        var changes = new HashMap<PlaceId, Instant>();
        marks.forEach(mark -> changes.put(mark.place(), mark.changedAt()));
        return changes;
    }

    private static <T> List<List<T>> batches(List<T> all) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        return batches;
    }
}
