// A valuation from C#: dotnet run Valuation.cs, .NET 10 or later, nothing to install.
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using var http = new HttpClient { BaseAddress = new Uri(Environment.GetEnvironmentVariable("FACET_URL")!) };
http.DefaultRequestHeaders.Add("X-API-Key", Environment.GetEnvironmentVariable("FACET_KEY"));

async Task<JsonNode> Ask(string path, JsonObject body, string? idempotencyKey = null)
{
    using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
    if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
    using var answer = await http.SendAsync(request);
    var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    if (!answer.IsSuccessStatusCode)
        throw new Exception($"{said["title"]}: {said["detail"]} {said["errors"]} (request {said["request_id"]})");
    return said;
}

JsonObject Stone() => new()
{
    ["carat"] = 0.72, ["cut"] = "Ideal", ["color"] = "F", ["clarity"] = "VS1",
    ["depth"] = 61.5, ["table"] = 56, ["x"] = 5.75, ["y"] = 5.78, ["z"] = 3.55,
};

// Ask for a price; nothing is stored.
var estimate = await Ask("/v1/estimates", Stone());
Console.WriteLine($"${estimate["price"]}, from ${estimate["range"]!["low"]} to ${estimate["range"]!["high"]}");

// Have it stored with its reasons. Sent again with the same key it makes nothing twice.
var valuation = await Ask("/v1/valuations", Stone(), "tray-4-stone-12-of-csharp");
Console.WriteLine(valuation["id"]);
foreach (var reason in valuation["reasons"]!.AsArray())
    Console.WriteLine($"{reason!["usd"]} {reason["text"]}");
