using Endre.Web.Components;
using Microsoft.AspNetCore.Http;

namespace Endre.Web.Tests.Components;

public sealed class SeeOtherTests
{
    [Theory]
    [InlineData("/verksted/1/oppsett#question-1", "/verksted/1/oppsett#question-1")]
    [InlineData("/sok?q=bl%C3%A5b%C3%A6r", "/sok?q=bl%C3%A5b%C3%A6r")]
    [InlineData("/sok?q=blåbærøl", "/sok?q=bl%C3%A5b%C3%A6r%C3%B8l")]
    [InlineData("/a#\uFEFF\u202Ex", "/a#%EF%BB%BF%E2%80%AEx")]
    [InlineData("/a#\r\nSet-Cookie: b", "/a#%0D%0ASet-Cookie:%20b")]
    [InlineData("/a#😀", "/a#%F0%9F%98%80")]
    public async Task What_was_typed_may_stand_in_the_address(string address, string written)
    {
        var context = new DefaultHttpContext();
        await Page.SeeOther(address).ExecuteAsync(context);
        context.Response.StatusCode.ShouldBe(StatusCodes.Status303SeeOther);
        context.Response.Headers.Location.ToString().ShouldBe(written);
    }
}
