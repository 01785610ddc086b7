package web

import (
	"net/netip"

	"github.com/gin-gonic/gin"
)

// forwardedFor is the one header by which a proxy says for whom it asks. Others,
// such as X-Real-IP, a client could add where its proxy does not know them.
const forwardedFor = "X-Forwarded-For"

// trust lets proxies in these networks say for whom they ask; of a chain of
// proxies the last address that is not trusted counts. The ClientIP of a context is
// then the address of who asks, as far as it can be trusted.
func trust(engine *gin.Engine, proxies []netip.Prefix) error {
	networks := make([]string, len(proxies))
	for i, p := range proxies {
		networks[i] = p.Masked().String()
	}
	engine.RemoteIPHeaders = []string{forwardedFor}
	return engine.SetTrustedProxies(networks)
}
