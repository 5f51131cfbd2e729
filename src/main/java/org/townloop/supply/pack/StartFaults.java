package org.townloop.supply.pack;

import java.util.ArrayList;
import java.util.List;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whether what a new place begins with can be had under its pack. */
record StartFaults(Pack pack) {

    List<Fault> of(String yaml) {
        var text = YamlText.of(yaml);
        var faults = new ArrayList<>(text.faults());
        if (text.isReadable()) {
            try {
                look(YAMLMapper.builder().build().readTree(yaml), text, faults);
            } catch (JacksonException e) {
                faults.add(text.fault("", Words.of("is not YAML: " + e.getOriginalMessage(), "不是有效的 YAML")));
            }
        }
        return faults;
    }

    private void look(JsonNode content, YamlText text, List<Fault> faults) {
        content.path("resources")
                .properties()
                .forEach(kind -> kind(kind.getKey(), "/resources/" + kind.getKey(), text, faults));
        int i = 0;
        for (var service : content.path("services")) {
            var at = "/services/" + i;
            if (service.hasNonNull("resource")) {
                kind(service.get("resource").asString(), at + "/resource", text, faults);
            }
            if (new AttributeCheck(pack).check(service.path("attributes")) instanceof Outcome.Refused<?>(var refusal)) {
                var what = String.valueOf(refusal.field()) + " ("
                        + refusal.reason().code() + ")";
                faults.add(text.fault(
                        at + "/" + String.valueOf(refusal.field()).replace('.', '/'),
                        Words.of("is not as the pack wants it: " + what, "不符合模板要求：" + what)));
            }
            i++;
        }
    }

    private void kind(String kind, String at, YamlText text, List<Fault> faults) {
        if (pack.resourceKind(kind).isEmpty()) {
            faults.add(text.fault(
                    at,
                    Words.of(
                            "the pack knows no resource " + kind + ": add it to resources of pack.yaml",
                            "模板里没有资源 " + kind + "：请加到 pack.yaml 的 resources")));
        }
    }
}
