package org.townloop.loop.quote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Words;
import org.townloop.base.media.PictureId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.OfferId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The requests, and what belongs to them. Whoever changes anything of a request has locked its row. */
@Component
class Requests {

    private static final String SELECT = """
        select region_id, id, number, resident_id, merchant_id, place_id, offer_id, offer_version, title, state, answers,
            words, wished, phone, address, destination, asked_at, answer_by, survey_staff, survey_at, survey_ends, reason,
            closed_at,
            array(select picture_id from quote.photo p
                  where (p.region_id, p.request_id) = (r.region_id, r.id) order by position) as photos
        from quote.request r
        """;
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Requests(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws Absent if there is no such request */
    QuoteRequest get(RequestId id) {
        return find(id, "").orElseThrow(() -> new Absent("request " + id.value()));
    }

    /** Locks the request until the transaction ends, so that what is decided about it stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    QuoteRequest lock(RequestId id) {
        return find(id, " for update of r").orElseThrow(() -> new Absent("request " + id.value()));
    }

    private Optional<QuoteRequest> find(RequestId id, String how) {
        return jdbc.sql(SELECT + "where region_id = ? and id = ?" + how)
                .params(id.region().number(), id.value())
                .query(this::request)
                .optional();
    }

    /** The newest first. */
    List<QuoteRequest> of(PersonId resident, int limit) {
        return jdbc.sql(SELECT + "where resident_id = ? order by asked_at desc, id desc limit ?")
                .params(resident.value(), limit)
                .query(this::request)
                .list();
    }

    /** The newest first. */
    List<QuoteRequest> at(PlaceId place, int limit) {
        return jdbc.sql(SELECT + "where region_id = ? and place_id = ? order by asked_at desc, id desc limit ?")
                .params(place.region().number(), place.value(), limit)
                .query(this::request)
                .list();
    }

    /** How many of a resident's are still to be agreed on. */
    int open(PersonId resident) {
        return jdbc.sql("""
            select count(*) from quote.request
            where resident_id = ? and state in ('ASKED', 'SURVEY_PROPOSED', 'SURVEY_AGREED', 'OFFERED')
            """).param(resident.value()).query(Integer.class).single();
    }

    /** How many wait for an answer of the place. */
    int waiting(PlaceId place) {
        return jdbc.sql("select count(*) from quote.request where region_id = ? and place_id = ? and state = 'ASKED'")
                .params(place.region().number(), place.value())
                .query(Integer.class)
                .single();
    }

    /** The caller has the place's turn. */
    int nextNumber(PlaceId place) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from quote.request where region_id = ? and place_id = ?")
                .params(place.region().number(), place.value())
                .query(Integer.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(QuoteRequest request) {
        jdbc.sql("""
            insert into quote.request (region_id, id, number, resident_id, merchant_id, place_id, offer_id, offer_version,
                title, state, answers, words, wished, phone, address, destination, asked_at, answer_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            """)
                .param(request.id().region().number())
                .param(request.id().value())
                .param(request.number())
                .param(request.resident().value())
                .param(request.merchant().value())
                .param(request.place().value())
                .param(request.offer().value())
                .param(request.offerVersion())
                .param(json.writeValueAsString(request.title()))
                .param(request.state().name())
                .param(json.writeValueAsString(request.answers()))
                .param(request.words())
                .param(request.wished())
                .param(request.phone())
                .param(request.address())
                .param(request.destination())
                .param(Timestamp.from(request.askedAt()))
                .param(Timestamp.from(request.answerBy()))
                .update();
        jdbc.sql("""
            insert into quote.photo (region_id, request_id, position, picture_id)
            select ?, ?, position, picture_id from unnest(?::text[]) with ordinality as p (picture_id, position)
            """)
                .params(
                        request.id().region().number(),
                        request.id().value(),
                        request.photos().stream().map(PictureId::value).toArray(String[]::new))
                .update();
    }

    /**
     * Moves a request on that the caller has locked.
     *
     * @throws IllegalStateException if that does not follow
     */
    @Transactional(propagation = Propagation.MANDATORY)
    QuoteRequest become(QuoteRequest request, RequestState next, @Nullable String reason, Instant now) {
        if (request.state() == next) {
            return request;
        }
        if (!request.state().canBecome(next)) {
            throw new IllegalStateException(request.id() + " is " + request.state() + ", not yet " + next);
        }
        jdbc.sql("""
            update quote.request set state = ?, reason = coalesce(?, reason), closed_at = ?::timestamptz
            where region_id = ? and id = ?
            """)
                .param(next.name())
                .param(reason)
                .param(next.isClosed() ? now.toString() : null)
                .param(request.id().region().number())
                .param(request.id().value())
                .update();
        return get(request.id());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void survey(RequestId id, @Nullable SurveyTime chosen) {
        jdbc.sql("""
            update quote.request set survey_staff = ?, survey_at = ?::timestamptz, survey_ends = ?::timestamptz
            where region_id = ? and id = ?
            """)
                .param(chosen == null ? null : chosen.staff().value())
                .param(chosen == null ? null : chosen.at().toString())
                .param(chosen == null ? null : chosen.ends().toString())
                .param(id.region().number())
                .param(id.value())
                .update();
    }

    private QuoteRequest request(ResultSet row, int number) throws SQLException {
        return new QuoteRequest(
                new RequestId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new PersonId(row.getObject("resident_id", UUID.class)),
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new OfferId(row.getObject("offer_id", UUID.class)),
                row.getInt("offer_version"),
                json.readValue(row.getString("title"), Words.class),
                RequestState.valueOf(row.getString("state")),
                json.readValue(row.getString("answers"), ANSWERS),
                row.getString("words"),
                row.getString("wished"),
                row.getString("phone"),
                row.getString("address"),
                row.getString("destination"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("answer_by").toInstant(),
                survey(row),
                row.getString("reason"),
                Columns.instant(row, "closed_at"),
                Stream.of((String[]) row.getArray("photos").getArray())
                        .map(PictureId::new)
                        .toList());
    }

    private static QuoteRequest.@Nullable Survey survey(ResultSet row) throws SQLException {
        var staff = row.getObject("survey_staff", UUID.class);
        var at = Columns.instant(row, "survey_at");
        var ends = Columns.instant(row, "survey_ends");
        return staff == null || at == null || ends == null
                ? null
                : new QuoteRequest.Survey(new StaffId(staff), at, ends);
    }
}
