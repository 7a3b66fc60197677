package org.offshelf.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.offshelf.curating.Curator.ANY;
import static org.offshelf.curating.Curator.ok;
import static org.offshelf.curating.Curator.patch;
import static org.offshelf.curating.Curator.post;

import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.curating.Cases;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import com.fasterxml.jackson.databind.JsonNode;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import javax.xml.parsers.DocumentBuilderFactory;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "ann", roles = "curator")
class FeedsTest {

    @Inject
    Cases cases;

    @Test
    void whatWasChangedLastComesFirstAndWhatLeftIsGone() throws Exception {
        Cases.Case one = cases.named(3);
        String feed = "?type=findings&notice=" + one.notice();
        assertThat(ids(atom(feed))).hasSize(3);
        ok(patch(one.finding(), ANY, "{'appName':'A < B & \\u0001C','reason':'Misread.'}"));
        ok(post("/v1/findings/" + one.findings().get(1) + "/retraction", ANY, "{'reason':'Wrong page.'}"));
        Document atom = atom(feed);
        assertThat(ids(atom)).containsExactly("tag:offshelf.org,2026:" + one.finding(),
                "tag:offshelf.org,2026:/v1/findings/" + one.findings().get(2));
        Element first = (Element) atom.getElementsByTagName("entry").item(0);
        assertThat(text(first, "title")).isEqualTo("A < B & C");
        assertThat(text(first, "summary")).contains("Misread.");
        assertThat(((Element) first.getElementsByTagName("link").item(0)).getAttribute("href"))
                .startsWith("http://").endsWith(one.finding());
        String at = Api.list(one.finding() + "/history?op=update").results().get(0).get("at").textValue();
        assertThat(OffsetDateTime.parse(text(first, "updated"))).isEqualTo(OffsetDateTime.parse(at));

        JsonNode json = Api.json(given().get("/v1/feeds/json" + feed).asString());
        assertThat(json.get("version").textValue()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.get("items")).extracting(item -> item.get("id").textValue()).isEqualTo(ids(atom));
        assertThat(json.at("/items/0/url").textValue()).endsWith(one.finding());
        assertThat(ids(atom("?limit=1"))).hasSize(1);
        assertThat(ids(atom("?type=notices&regulator=miit&limit=7"))).hasSize(7);
    }

    @Test
    void aFeedThatIsHeldIsNotSentAgain() {
        Response feed = given().get("/v1/feeds/atom?type=notices");
        assertThat(feed.contentType()).startsWith("application/atom+xml");
        assertThat(given().header("If-None-Match", feed.header("ETag")).get("/v1/feeds/atom?type=notices").statusCode())
                .isEqualTo(304);
        cases.app();
        assertThat(given().header("If-None-Match", feed.header("ETag")).get("/v1/feeds/atom?type=notices").statusCode())
                .isEqualTo(200);
    }

    @Test
    void deadlinesAreDays() {
        Cases.Case one = cases.named(2);
        String text = given().get("/v1/deadlines.ics?notice=" + one.notice()).asString();
        assertThat(text).startsWith("BEGIN:VCALENDAR").contains("DTSTART;VALUE=DATE:20211109");
        assertThat(text.lines()).allMatch(line -> line.length() <= 75);
        List<VEvent> events = Biweekly.parse(text).first().getEvents();
        assertThat(events).extracting(event -> event.getUid().getValue())
                .containsExactlyInAnyOrderElementsOf(one.findings().stream().map(id -> id + "@offshelf.org").toList());
        assertThat(events.get(0).getUrl().getValue()).contains("/v1/findings/" + one.notice());
        assertThat(Biweekly.parse(given().get("/v1/deadlines.ics").asString()).first().getEvents()).hasSizeGreaterThan(50);
    }

    @Test
    void allThatIsWrongIsSaid() {
        assertThat(Api.problem(400, "/v1/feeds/atom?type=finding&limit=0&colour=red").errors()).hasSize(3);
        assertThat(Api.problem(400, "/v1/feeds/json?regulator=nobody").errors()).hasSize(1);
        assertThat(Api.problem(400, "/v1/deadlines.ics?type=apps").errors()).hasSize(1);
    }

    private static Document atom(String query) throws Exception {
        byte[] answer = given().get("/v1/feeds/atom" + query).then().statusCode(200).extract().asByteArray();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(answer));
    }

    private static List<String> ids(Document atom) {
        List<String> ids = new ArrayList<>();
        NodeList entries = atom.getElementsByTagName("entry");
        for (int i = 0; i < entries.getLength(); i++) {
            ids.add(text((Element) entries.item(i), "id"));
        }
        return ids;
    }

    private static String text(Element of, String name) {
        return of.getElementsByTagName(name).item(0).getTextContent();
    }
}
