package org.townloop.surface.office;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.payout.BankAnswer;
import org.townloop.loop.payout.BankAnswers;
import org.townloop.loop.payout.BankFiles;
import org.townloop.loop.payout.PayoutRuns;
import org.townloop.loop.payout.PayoutSetting;
import org.townloop.loop.payout.PayoutSettings;
import org.townloop.loop.payout.ReturnedPayouts;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** Payout runs of a region: made, sent to the bank as files, and answered by the bank's own. */
@Controller
class PayoutsPage {

    private static final String PATH = "/office/payouts";

    private final Offices offices;
    private final PayoutsViews views;
    private final PayoutRuns runs;
    private final BankFiles files;
    private final BankAnswers answers;
    private final ReturnedPayouts returned;
    private final PayoutSettings settings;
    private final Regions regions;

    PayoutsPage(
            Offices offices,
            PayoutsViews views,
            PayoutRuns runs,
            BankFiles files,
            BankAnswers answers,
            ReturnedPayouts returned,
            PayoutSettings settings,
            Regions regions) {
        this.offices = offices;
        this.views = views;
        this.runs = runs;
        this.files = files;
        this.answers = answers;
        this.returned = returned;
        this.settings = settings;
        this.regions = regions;
    }

    @GetMapping(PATH)
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/payouts", views.of(office, Form.EMPTY)));
    }

    @PostMapping(PATH)
    View make(Page page, Actor actor, @RequestParam String region, @RequestParam(defaultValue = "") String key) {
        return offices.open(page, actor, region, office -> switch (runs.make(
                actor, office.region().id(), key)) {
            case Outcome.Done<UUID>(var run) -> View.seeOther(PATH + "/runs/" + run);
            case Outcome.Refused<UUID>(var refusal) -> refused(office, refusal, Map.of());
        });
    }

    @PostMapping(PATH + "/settings")
    View set(Page page, Actor actor, @RequestParam String region, @RequestParam MultiValueMap<String, String> typed) {
        return offices.open(page, actor, region, office -> {
            var outcome = PayoutFields.read(typed, office.region().currency())
                    .then(setting -> settings.save(actor, office.region().id(), setting));
            return switch (outcome) {
                case Outcome.Done<PayoutSetting> _ -> View.seeOther(office.to(PATH) + "#settings");
                case Outcome.Refused<PayoutSetting>(var refusal) -> refused(office, refusal, typed);
            };
        });
    }

    /** What the bank answered, as a file. */
    @PostMapping(PATH + "/answers")
    View answer(Page page, Actor actor, @RequestParam String region, @RequestParam MultipartFile file)
            throws IOException {
        var bytes = file.getBytes();
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return offices.open(page, actor, region, office -> switch (answers.read(
                actor, office.region().id(), name, bytes)) {
            case Outcome.Done<BankAnswer>(var answer) -> View.seeOther(PATH + "/answers/" + answer.id());
            case Outcome.Refused<BankAnswer>(var refusal) -> refused(office, refusal, Map.of());
        });
    }

    @GetMapping(PATH + "/runs/{id}")
    View run(Page page, Actor actor, @PathVariable UUID id) {
        var run = runs.get(actor, id);
        return offices.open(
                page,
                actor,
                regions.get(run.region()).code(),
                office -> View.of("office/payout-run", views.run(office, run, null)));
    }

    /** Somebody has read on the bank's paper that a payout came back. */
    @PostMapping(PATH + "/runs/{id}/returned")
    View cameBack(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID payout,
            @RequestParam MultiValueMap<String, String> typed) {
        var run = runs.get(actor, id);
        return switch (returned.mark(actor, payout, typed.getFirst("reason"))) {
            case Outcome.Done<UUID>(var of) -> View.seeOther(PATH + "/runs/" + of);
            case Outcome.Refused<UUID>(var refusal) ->
                offices.open(
                        page,
                        actor,
                        regions.get(run.region()).code(),
                        office -> View.of(
                                "office/payout-run",
                                views.run(office, run, null, payout, new Form(typed, refusal)),
                                Problems.status(refusal.reason())));
        };
    }

    @GetMapping(PATH + "/runs/{id}/file.xml")
    View xml(Page page, Actor actor, @PathVariable UUID id) {
        return file(page, actor, id, BankFiles.Format.XML, MediaType.APPLICATION_XML, "xml");
    }

    @GetMapping(PATH + "/runs/{id}/file.csv")
    View csv(Page page, Actor actor, @PathVariable UUID id) {
        return file(page, actor, id, BankFiles.Format.CSV, new MediaType("text", "csv"), "csv");
    }

    @GetMapping(PATH + "/answers/{id}")
    View answered(Page page, Actor actor, @PathVariable UUID id) {
        var answer = answers.get(actor, id);
        var code = regions.get(RegionId.of(id)).code();
        return offices.open(page, actor, code, office -> View.of("office/payout-answer", views.answer(office, answer)));
    }

    private View file(Page page, Actor actor, UUID id, BankFiles.Format format, MediaType type, String ending) {
        return switch (files.of(actor, id, format)) {
            case Outcome.Done<byte[]>(var bytes) ->
                new View.Streamed("townloop-payouts-" + id + "." + ending, type, out -> out.write(bytes));
            case Outcome.Refused<byte[]>(var refusal) -> {
                var run = runs.get(actor, id);
                yield offices.open(
                        page,
                        actor,
                        regions.get(run.region()).code(),
                        office -> View.of(
                                "office/payout-run",
                                views.run(office, run, page.refusal(refusal)),
                                Problems.status(refusal.reason())));
            }
        };
    }

    private View refused(Office office, Refusal refusal, Map<String, List<String>> typed) {
        return View.of("office/payouts", views.of(office, new Form(typed, refusal)), Problems.status(refusal.reason()));
    }
}
